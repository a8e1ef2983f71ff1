/**
 * Answering a questionnaire: a country's body of answers with what is asked and how far it is, saving what was entered on a
 * page, and what a save has moved. Load → decide → commit.
 * Must never: decide what an entry means; write anything but the decided changes.
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { Answers } from '../core/survey/answers.js';
import { type Outline, outlineOf } from '../core/survey/outline.js';
import { type Progress, progressOf } from '../core/survey/progress.js';
import type { Entered } from '../core/survey/read-answer.js';
import { type Standing, standingOf } from '../core/survey/standing.js';
import { applyChanges } from '../core/workflow/apply-changes.js';
import { decideAnswers } from '../core/workflow/decide-answers.js';
import type { Edition } from '../library/library.js';
import type { LoggedChange, Submission } from '../store/store.js';
import { unknownCountries } from './comparing.js';
import { computedEdition, recomputedWith } from './computed-edition.js';
import { findEdition, unknownEdition } from './editions.js';
import type { World } from './world.js';

export interface Place {
  readonly edition: string;
  readonly country: string;
}

export interface Answering {
  readonly edition: Edition;
  readonly outline: Outline;
  readonly submission: Submission;
  readonly standing: Standing;
  readonly progress: Progress;
  /** ISO instant of the last change of each data point. */
  readonly savedAt: ReadonlyMap<string, string>;
}

/** Refused where the edition is published, asks nothing, or the country does not take part. */
export async function loadAnswering(world: World, { edition: id, country }: Place): Promise<Outcome<Answering>> {
  const found = await findEdition(world, id);
  if (!found.ok) return found;
  const edition = found.value;
  // An edition that is run here is answered by its own people alone.
  if (edition.kind === 'collected') return refused(unknownEdition(id));
  const unknown = unknownCountries(edition, [country]);
  if (unknown.length > 0) return refused(...unknown);
  if (edition.kind === 'published') return refused({ code: 'edition-closed', details: { edition: edition.title } });
  const { questionnaire } = edition.definition;
  if (questionnaire === undefined) return refused({ code: 'no-questionnaire', details: { edition: edition.title } });
  const outline = outlineOf(questionnaire);
  const submission = await world.store.submission(id, country);
  const standing = standingOf(outline, submission.answers);
  const savedAt = new Map(Object.entries(submission.answeredAt));
  return done({ edition, outline, submission, standing, progress: progressOf(outline, standing), savedAt });
}

export interface Entry {
  /** The data points that were on the page, by key. */
  readonly entered: ReadonlyMap<string, Entered>;
  /** The revision the page was built on. */
  readonly expecting: number;
  readonly by: string;
}

export interface Saved {
  readonly revision: number;
  /** How many answers changed. */
  readonly changes: number;
  /** Entries that could not be saved, each naming its data point. */
  readonly problems: readonly Problem[];
}

/** Saves the good entries and names the faulty ones; refused whole when somebody saved in between. */
export async function saveAnswers(
  world: World,
  { edition, outline, submission }: Answering,
  entry: Entry,
): Promise<Outcome<Saved>> {
  const { country, revision } = submission;
  if (revision !== entry.expecting) {
    return refused({ code: 'stale-revision', details: { expecting: entry.expecting, revision } });
  }
  const { changes, problems } = decideAnswers(
    { outline, answers: submission.answers, status: submission.status },
    entry.entered,
  );
  const subject = { kind: 'submission', edition: edition.id, country } as const;
  const stamp = { subject, by: entry.by, at: world.clock(), expecting: entry.expecting };
  const committed = await world.store.commit(changes, stamp);
  return committed.ok ? done({ revision: committed.value.revision, changes: changes.length, problems }) : committed;
}

export interface IndexMove {
  /** As presented; '' where there is no score. */
  readonly before: string;
  readonly after: string;
}

/** What the last save of a country has moved its index by: the index now, and with the answers before that save. */
export async function lastMove(world: World, { edition, submission }: Answering): Promise<IndexMove> {
  const { country, revision } = submission;
  const computed = await computedEdition(world, edition);
  const row = computed.computation.results.countries.indexOf(country);
  const indexOf = ({ results }: typeof computed.computation): string => results.nodes[0]?.presented[row] ?? '';
  const history = await world.store.history({ kind: 'submission', edition: edition.id, country });
  const earlier = answersBefore(history, revision);
  return { before: indexOf(recomputedWith(computed, country, earlier)), after: indexOf(computed.computation) };
}

/** The answers as they stood before a revision, told from the log. */
function answersBefore(history: readonly LoggedChange[], revision: number): Answers {
  const earlier = history.filter((line) => line.revision < revision).reverse();
  return applyChanges(
    {},
    earlier.map((line) => line.change),
  );
}
