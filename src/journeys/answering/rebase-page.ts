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
import { remarkAt } from '../../core/workflow/decide-remarks.js';
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
  /** What others changed since the page was opened. */
  readonly changed: ReadonlySet<string>;
}

/** Refused with `stale-revision` where the page names no revision there has been. */
export async function rebase(world: World, now: Answering, entry: EntryOn): Promise<Outcome<Rebased>> {
  const { edition, submission } = now;
  const { expecting } = entry;
  if (expecting === submission.revision) return done({ entered: entry, changed: new Set() });
  if (!(expecting < submission.revision)) return refused({ code: 'stale-revision' });
  const changed = await world.store.changedSince(edition.id, submission.country, expecting);
  if (![...entry.answers.keys(), ...entry.remarks.keys()].some((key) => changed.has(key))) {
    return done({ entered: entry, changed });
  }
  const history = await world.store.history({ kind: 'submission', edition: edition.id, country: submission.country });
  const before = stateAt(history, expecting);
  const answers = [...entry.answers].filter(([key, fields]) => {
    const point = now.outline.point.get(key);
    if (point === undefined || !changed.has(key)) return true;
    const read = readAnswer(point, fields);
    return !read.ok || !isSameAnswer(read.value, answerAt(before.answers, key));
  });
  const remarks = [...entry.remarks].filter(([question, fields]) => {
    if (!changed.has(question)) return true;
    const was = remarkAt(before.remarks, question);
    return PARTS.some((part) => fields[part] !== undefined && plain(fields[part]) !== (was[part] ?? ''));
  });
  return done({ entered: { answers: new Map(answers), remarks: new Map(remarks) }, changed });
}

const PARTS = ['confidence', 'comment', 'why'] as const;

const plain = (text = ''): string => (text.trim() === '' ? '' : text.replaceAll('\r\n', '\n'));

/** Answers and remarks as they stood at a revision, told from the log. */
export function stateAt(
  history: readonly LoggedChange[],
  revision: number,
): { readonly answers: Answers; readonly remarks: Readonly<Record<string, Remark>> } {
  const earlier = history.filter((line) => line.revision <= revision).toReversed();
  const changes = earlier.map(({ change }) => change);
  const remarks = changes.flatMap((change) =>
    change.kind === 'remark-recorded' ? [[change.question, change.remark] as const] : [],
  );
  return { answers: applyChanges({}, changes), remarks: Object.fromEntries(remarks) };
}
