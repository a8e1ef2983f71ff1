/**
 * What happened to the answers of one question: who, when, before and after; remarks and evidence with them.
 * Must never: tell a country of findings that are still being made.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { Answer } from '../../core/survey/answers.js';
import type { DataPoint, Question } from '../../core/survey/questionnaire.js';
import type { Change } from '../../core/workflow/change.js';
import type { Evidence, Remark } from '../../core/workflow/statuses.js';
import type { LoggedChange } from '../../store/store.js';
import type { World } from '../world.js';
import { findingsShown } from './findings-shown.js';
import type { Answering } from './load-answering.js';

export type Happening =
  | { readonly kind: 'answer'; readonly point: DataPoint; readonly before?: Answer; readonly after?: Answer }
  | { readonly kind: 'remark'; readonly before: Remark; readonly after: Remark }
  | { readonly kind: 'attached' | 'withdrawn'; readonly evidence: Evidence }
  | { readonly kind: 'adjusted'; readonly point: DataPoint; readonly after: Answer; readonly reason: string };

export interface QuestionHistory {
  readonly question: Question;
  /** Newest first. */
  readonly lines: readonly { readonly who: string; readonly at: string; readonly what: Happening }[];
}

export async function questionHistory(
  world: World,
  { edition, outline, submission }: Answering,
  id: string,
): Promise<Outcome<QuestionHistory>> {
  const outlined = outline.questions.get(id);
  if (outlined === undefined) return refused({ code: 'not-permitted' });
  const { question, points } = outlined;
  const { country } = submission;
  const history = await world.store.history({ kind: 'submission', edition: edition.id, country });
  const follow = followerOf(id, new Map(points.map((point) => [point.key, point])));
  const told = history.toReversed().flatMap((line) => follow(line.change).map((what) => ({ line, what })));
  const shown = told.filter(({ what }) => what.kind !== 'adjusted' || findingsShown(submission.status));
  const names = await namesOf(world, history);
  const lines = shown.map(({ line, what }) => ({ who: names.get(line.by) ?? line.by, at: line.at, what }));
  return done({ question, lines: lines.toReversed() });
}

/** Follows the question through its changes, oldest first, and keeps what stood before each. */
function followerOf(id: string, points: ReadonlyMap<string, DataPoint>): (change: Change) => readonly Happening[] {
  const answers = new Map<string, Answer>();
  const evidence = new Map<string, Evidence>();
  let remark: Remark = {};
  return (change) => {
    switch (change.kind) {
      case 'answer-recorded':
      case 'answer-withdrawn': {
        const point = points.get(change.key);
        if (point === undefined) return [];
        const before = answers.get(change.key);
        const after = change.kind === 'answer-recorded' ? change.answer : undefined;
        if (after === undefined) answers.delete(change.key);
        else answers.set(change.key, after);
        return [
          {
            kind: 'answer',
            point,
            ...(before === undefined ? {} : { before }),
            ...(after === undefined ? {} : { after }),
          },
        ];
      }
      case 'remark-recorded': {
        if (change.question !== id) return [];
        const before = remark;
        remark = change.remark;
        return [{ kind: 'remark', before, after: remark }];
      }
      case 'evidence-attached':
        evidence.set(change.evidence.id, change.evidence);
        return change.evidence.question === id ? [{ kind: 'attached', evidence: change.evidence }] : [];
      case 'evidence-withdrawn': {
        const gone = evidence.get(change.id);
        return gone?.question === id ? [{ kind: 'withdrawn', evidence: gone }] : [];
      }
      case 'answer-assessed': {
        const point = points.get(change.key);
        const { assessment } = change;
        if (point === undefined || assessment.finding !== 'adjusted') return [];
        return [{ kind: 'adjusted', point, after: assessment.answer, reason: assessment.reason }];
      }
      default:
        return [];
    }
  };
}

/** The names of the people in a history, by account. */
async function namesOf({ store }: World, history: readonly LoggedChange[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(history.map(({ by }) => by))];
  const found = await Promise.all(ids.map((id) => store.account({ id })));
  return new Map(found.flatMap((account) => (account === undefined ? [] : [[account.id, account.name] as const])));
}
