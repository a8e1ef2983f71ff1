/**
 * How far every country of an edition is, section by section, by the one progress; counted once for each revision of the edition and
 * kept. Who is late is told by the clock, anew each time.
 * Must never: count by another progress than the questionnaire's own; ask the store once for each country.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { type Progress, progressOf } from '../../core/survey/progress.js';
import { standingOf } from '../../core/survey/standing.js';
import { isTooLate } from '../../core/workflow/deadline.js';
import { isGivenBack } from '../../core/workflow/given-back.js';
import type { Person } from '../../core/workflow/roles.js';
import type { SubmissionStatus } from '../../core/workflow/statuses.js';
import type { Edition } from '../../library/library.js';
import type { Submission } from '../../store/store.js';
import { outlineFor } from '../answering/load-answering.js';
import { editionFor } from '../preparing/own-edition.js';
import type { World } from '../world.js';

export interface Board {
  readonly edition: Edition;
  /** In the order of what needs attention. */
  readonly rows: readonly BoardRow[];
}

export interface BoardRow extends Counted {
  readonly late: Lateness | undefined;
}

/** `late`: the deadline has passed by so many whole days · `not-begun`: it is near, and so many days are left. */
type Lateness = { readonly kind: 'late' | 'not-begun'; readonly days: number };

interface Counted {
  readonly country: string;
  readonly name: string;
  readonly status: SubmissionStatus;
  readonly progress: Progress;
  readonly asksReopening: boolean;
  readonly isGivenBack: boolean;
  /** ISO instant; absent before the first. */
  readonly savedAt?: string;
}

export async function loadBoard(world: World, person: Person, id: string): Promise<Outcome<Board>> {
  const found = await editionFor(world, person, { edition: id, action: 'see-board' });
  if (!found.ok) return found;
  const edition = found.value;
  const counted = await countedRows(world, edition);
  if (counted === undefined) return refused({ code: 'no-questionnaire', details: { edition: edition.title } });
  const now = world.clock();
  const rows = counted.map((row) => ({ ...row, late: latenessOf(row, edition.run?.closes, now) }));
  return done({ edition, rows: rows.sort(byNeed) });
}

interface Kept {
  readonly revision: number;
  readonly rows: Promise<readonly Counted[] | undefined>;
}

const worlds = new WeakMap<World['store'], Map<string, Kept>>();

async function countedRows(world: World, edition: Edition): Promise<readonly Counted[] | undefined> {
  const kept = worlds.get(world.store) ?? new Map<string, Kept>();
  worlds.set(world.store, kept);
  const revision = await world.store.editionRevision(edition.id);
  const before = kept.get(edition.id);
  if (before?.revision === revision) return before.rows;
  const rows = count(world, edition);
  kept.set(edition.id, { revision, rows });
  rows.catch(() => kept.delete(edition.id));
  return rows;
}

async function count({ store, library }: World, edition: Edition): Promise<readonly Counted[] | undefined> {
  const { questionnaire } = edition.definition;
  if (questionnaire === undefined) return undefined;
  const outline = outlineFor(questionnaire);
  const begun = new Map((await store.submissions(edition.id)).map((one) => [one.country, one]));
  const nothing = progressOf(outline, standingOf(outline, {}));
  const progressIn = (one: Submission | undefined): Progress =>
    one === undefined ? nothing : progressOf(outline, standingOf(outline, one.answers));
  return edition.countries.map((country) => {
    const submission = begun.get(country);
    return {
      country,
      name: library.countries.nameOf(country),
      status: submission?.status ?? 'not-started',
      progress: progressIn(submission),
      asksReopening: submission?.asksReopening ?? false,
      isGivenBack: submission !== undefined && isGivenBack(submission),
      ...(submission?.savedAt === undefined ? {} : { savedAt: submission.savedAt }),
    };
  });
}

const DAY = 86_400_000;
/** A country that has not begun so many days before the deadline is asked after. */
const NEAR = 14;

function latenessOf(
  { status, isGivenBack: givenBack }: Counted,
  closes: string | undefined,
  now: string,
): Lateness | undefined {
  if (closes === undefined || givenBack || (status !== 'not-started' && status !== 'in-progress')) return undefined;
  const left = (Date.parse(closes) - Date.parse(now)) / DAY;
  if (isTooLate(now, closes)) return { kind: 'late', days: Math.floor(Math.abs(left)) };
  return status === 'not-started' && left <= NEAR ? { kind: 'not-begun', days: Math.floor(left) } : undefined;
}

const ORDER: readonly SubmissionStatus[] = [
  'submitted',
  'in-validation',
  'returned',
  'in-progress',
  'not-started',
  'validated',
  'signed-off',
  'excluded',
];

function byNeed(a: BoardRow, b: BoardRow): number {
  return needOf(a) - needOf(b) || a.name.localeCompare(b.name, 'en');
}

/** Late ones first, then those that have not begun, those that ask for something, and the rest by what comes next. */
function needOf({ late, asksReopening, status }: BoardRow): number {
  if (late?.kind === 'late') return -3;
  if (late?.kind === 'not-begun') return -2;
  return asksReopening ? -1 : ORDER.indexOf(status);
}
