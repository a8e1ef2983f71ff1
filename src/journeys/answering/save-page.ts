/**
 * Saving what was entered on a page, a whole section or one question of it. A page that others have overtaken is still saved where
 * they did not touch what it changes; where they did, it comes back with both values.
 * Must never: overwrite what somebody else saved and the page did not show.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { SubmissionChange } from '../../core/workflow/change.js';
import { decidePage } from '../../core/workflow/decide-page.js';
import { remarkAt } from '../../core/workflow/decide-remarks.js';
import type { Person } from '../../core/workflow/roles.js';
import type { Remark } from '../../core/workflow/statuses.js';
import type { World } from '../world.js';
import { commitSubmission, type Decision } from './commit-submission.js';
import type { Answering } from './load-answering.js';
import { type EntryOn, PARTS, plainWords, type Rebased, rebase } from './rebase-page.js';

export interface PageEntry extends EntryOn {
  /** Id of the section the page belongs to. */
  readonly section: string;
}

export interface Saved {
  readonly revision: number;
  /** How many changes there were. */
  readonly changes: number;
  /** Entries that could not be saved, each naming its data point, or its question and the part of the remark. */
  readonly problems: readonly Problem[];
}

/**
 * Saves the good entries and names the faulty ones. Refused whole, with `stale-revision`, where the page would change what somebody
 * changed after it was opened; `field` then names the data point or the question.
 */
export async function savePage(
  world: World,
  { person, answering }: { readonly person: Person; readonly answering: Answering },
  entry: PageEntry,
): Promise<Outcome<Saved>> {
  let problems: readonly Problem[] = [];
  const committed = await commitSubmission(world, { person, answering }, async (now): Promise<Outcome<Decision>> => {
    const permitted = now.may('record-answer', entry.section);
    if (!permitted.ok) return permitted;
    const page = await rebase(world, now, entry);
    if (!page.ok) return page;
    const { outline, submission } = now;
    const { answers, remarks, status } = submission;
    const decided = decidePage({ outline, answers, remarks, status, section: entry.section }, page.value.entered);
    problems = decided.problems;
    const overtaken = touchedBoth(decided.changes, page.value, remarks);
    return overtaken.length === 0 ? done({ changes: decided.changes }) : refused(...overtaken.map(stale));
  });
  if (!committed.ok) return committed;
  const { revision, changes } = committed.value;
  return done({ revision, changes, problems });
}

const stale = (field: string): Problem => ({ code: 'stale-revision', field });

/** What the page would change that others changed since it was opened. */
function touchedBoth(
  changes: readonly SubmissionChange[],
  { entered, changed }: Rebased,
  recorded: Readonly<Record<string, Remark>>,
): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'answer-recorded' || change.kind === 'answer-withdrawn') {
      return changed.has(change.key) ? [change.key] : [];
    }
    if (change.kind !== 'remark-recorded') return [];
    const { question } = change;
    const typed = entered.remarks.get(question) ?? {};
    const theirs = remarkAt(recorded, question);
    const isBoth = PARTS.some(
      (part) =>
        changed.has(`${question}/${part}`) &&
        typed[part] !== undefined &&
        plainWords(typed[part]) !== (theirs[part] ?? ''),
    );
    return isBoth ? [question] : [];
  });
}
