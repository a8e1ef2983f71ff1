/**
 * A page that others have overtaken, brought onto what is there now: what its person left as it was when the page was opened is taken
 * out of it, since others may have changed it meanwhile.
 * Must never: take out what the person changed.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { answerAt, isSameAnswer } from '../../core/survey/answer-at.js';
import type { Answers } from '../../core/survey/answers.js';
import { readAnswer } from '../../core/survey/read-answer.js';
import { applyChanges } from '../../core/workflow/apply-changes.js';
import type { EnteredPage } from '../../core/workflow/decide-page.js';
import { type EnteredRemark, remarkAt } from '../../core/workflow/decide-remarks.js';
import type { Remark } from '../../core/workflow/statuses.js';
import type { LoggedChange } from '../../store/store.js';
import type { World } from '../world.js';
import type { Answering } from './load-answering.js';

export interface EntryOn extends EnteredPage {
  /** The revision the page was built on; NaN where it named none. */
  readonly expecting: number;
}

export interface Rebased {
  readonly entered: EnteredPage;
  /** What others changed since the page was opened: data points, and parts of remarks as `q1/comment`. */
  readonly changed: ReadonlySet<string>;
}

/** Refused with `stale-revision` where the page names no revision there has been. */
export async function rebase(world: World, now: Answering, entry: EntryOn): Promise<Outcome<Rebased>> {
  const { edition, submission } = now;
  const { expecting } = entry;
  if (expecting === submission.revision) return done({ entered: entry, changed: new Set() });
  if (!(expecting < submission.revision)) return refused({ code: 'stale-revision' });
  const { country } = submission;
  const touched = await world.store.changedSince(edition.id, country, expecting);
  if (![...entry.answers.keys(), ...entry.remarks.keys()].some((key) => touched.has(key))) {
    return done({ entered: entry, changed: new Set() });
  }
  const history = await world.store.history({ kind: 'submission', edition: edition.id, country });
  const before = stateAt(history, expecting);
  const answers = [...entry.answers].filter(([key, fields]) => {
    const point = now.outline.point.get(key);
    const read = point === undefined ? undefined : readAnswer(point, fields);
    return read?.ok !== true || !touched.has(key) || !isSameAnswer(read.value, answerAt(before.answers, key));
  });
  const remarks = [...entry.remarks].map(([question, fields]) => {
    const was = remarkAt(before.remarks, question);
    const own = PARTS.filter((part) => fields[part] !== undefined && plainWords(fields[part]) !== (was[part] ?? ''));
    return [question, Object.fromEntries(own.map((part) => [part, fields[part]])) as EnteredRemark] as const;
  });
  const changed = changedAfter(history, expecting, { before, now: submission });
  return done({ entered: { answers: new Map(answers), remarks: new Map(remarks) }, changed });
}

export const PARTS = ['confidence', 'comment', 'why'] as const;

/** As it would be kept. */
export const plainWords = (text = ''): string => (text.trim() === '' ? '' : text.replaceAll('\r\n', '\n'));

/** Answers by their changes, since one that was changed and changed back was in somebody's hands; remarks by what became of them. */
function changedAfter(
  history: readonly LoggedChange[],
  revision: number,
  { before, now }: { readonly before: State; readonly now: State },
): ReadonlySet<string> {
  const later = history.filter((line) => line.revision > revision);
  const points = later.flatMap(({ change }) =>
    change.kind === 'answer-recorded' || change.kind === 'answer-withdrawn' ? [change.key] : [],
  );
  const questions = later.flatMap(({ change }) => (change.kind === 'remark-recorded' ? [change.question] : []));
  const parts = questions.flatMap((question) => {
    const [was, is] = [remarkAt(before.remarks, question), remarkAt(now.remarks, question)];
    return PARTS.filter((part) => was[part] !== is[part]).map((part) => `${question}/${part}`);
  });
  return new Set([...points, ...parts]);
}

interface State {
  readonly answers: Answers;
  readonly remarks: Readonly<Record<string, Remark>>;
}

/** Answers and remarks as they stood at a revision, told from the log. */
export function stateAt(history: readonly LoggedChange[], revision: number): State {
  const earlier = history.filter((line) => line.revision <= revision).toReversed();
  const changes = earlier.map(({ change }) => change);
  const remarks = changes.flatMap((change) =>
    change.kind === 'remark-recorded' ? [[change.question, change.remark] as const] : [],
  );
  return { answers: applyChanges({}, changes), remarks: Object.fromEntries(remarks) };
}
