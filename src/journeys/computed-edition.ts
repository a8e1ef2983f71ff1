/**
 * An edition's results, computed once per revision and kept: published editions never move, a demonstration and an edition that is
 * being collected move with each commit. Whatever is derived from results (material, documents) hangs on the computed edition
 * and goes with it.
 * Must never: compute for a reader what another reader has already had computed; ask who may see it (`seeResults` does).
 */

import { type Computation, openIndex } from '../core/scoring/compute-index.js';
import type { Answers } from '../core/survey/answers.js';
import { outlineOf } from '../core/survey/outline.js';
import type { Edition, Release } from '../library/library.js';
import { holdFrozen } from './publishing/hold-frozen.js';
import { absences, type Intake, takeIn } from './publishing/intake.js';
import { releasesOf } from './publishing/releases.js';
import type { World } from './world.js';

export interface ComputedEdition {
  /** With the countries that have no score, and why, as these results have them. */
  readonly edition: Edition;
  readonly revision: number;
  readonly computation: Computation;
  /** By country, as assessed; empty where the edition has figures instead. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** Whose answers count and whose do not, while an edition that is run here is not yet published. */
  readonly intake?: Intake;
}

/** Changes when a page about the edition's results would, other editions of its series and robustness results included. */
export async function revisionOf(world: World, edition: Edition): Promise<string> {
  return `${await contentRevision(world, edition)}-${await world.store.editionsRevision()}`;
}

export async function computedEdition(world: World, edition: Edition): Promise<ComputedEdition> {
  const revision = await contentRevision(world, edition);
  const kept = keptOf(world);
  const key = `${edition.id} ${typeof edition.run?.shows === 'string' ? edition.run.shows : ''}`;
  const before = kept.get(key);
  if (before?.revision === revision) return before.computed;
  const computed = compute(world, edition, revision);
  kept.set(key, { revision, computed });
  computed.catch(() => kept.delete(key));
  return computed;
}

/** The index of an edition as it would be with other answers of one country: to say what a change has moved. */
export function recomputedWith(computed: ComputedEdition, country: string, answers: Answers): Computation {
  return open(computed.edition, new Map([...computed.answers, [country, answers]]));
}

interface Kept {
  readonly revision: number;
  readonly computed: Promise<ComputedEdition>;
}

const worlds = new WeakMap<World, Map<string, Kept>>();

function keptOf(world: World): Map<string, Kept> {
  const kept = worlds.get(world) ?? new Map<string, Kept>();
  worlds.set(world, kept);
  return kept;
}

/** Of answers and settings: 0 for ever where it was published elsewhere, the number of the publication where it was published here. */
export async function contentRevision(world: World, edition: Edition): Promise<number> {
  if (edition.kind === 'published') return 0;
  const release = releaseShown(edition);
  return release === undefined ? world.store.editionRevision(edition.id) : release.number;
}

function releaseShown({ run }: Edition): Release | undefined {
  return typeof run?.shows === 'object' ? run.shows : undefined;
}

async function compute(world: World, edition: Edition, revision: number): Promise<ComputedEdition> {
  const release = releaseShown(edition);
  if (release !== undefined) return published(world, edition, release);
  // As countries answer it, an edition has no results: not even to compute for nobody.
  const isEmpty = edition.kind === 'published' || edition.run?.shows === 'settings';
  const submissions = isEmpty ? [] : await world.store.submissions(edition.id);
  if (edition.run === undefined) {
    const answers = new Map(submissions.map((submission) => [submission.country, submission.answers]));
    return { edition, revision, answers, computation: open(edition, answers) };
  }
  const shows = edition.run.shows === 'candidate' ? 'candidate' : 'provisional';
  const { countries, definition } = edition;
  const outline = definition.questionnaire && outlineOf(definition.questionnaire);
  const intake = takeIn(world.words, { countries, outline, submissions, shows });
  const date = intake.savedAt?.slice(0, 10) ?? edition.date;
  const standing: Edition = { ...edition, date, withheld: absences(world.words, intake) };
  const { answers } = intake;
  return { edition: standing, revision, answers, intake, computation: open(standing, answers) };
}

/** From the frozen answers, and held to the frozen figures. */
async function published(world: World, edition: Edition, { number }: Release): Promise<ComputedEdition> {
  const release = (await releasesOf(world, edition.id)).find((one) => one.number === number);
  if (release === undefined) throw new Error(`${edition.id} has no publication ${number}`);
  const answers = new Map(Object.entries(release.snapshot.answers));
  const computation = holdFrozen(open(edition, answers), release);
  return { edition, revision: number, answers, computation };
}

function open(edition: Edition, answers: ReadonlyMap<string, Answers>): Computation {
  const { framework, method, questionnaire } = edition.definition;
  const opened = openIndex({
    framework,
    method,
    // Where figures were published, there are no answers that conditions could look at.
    ...(questionnaire === undefined || edition.figures !== undefined ? {} : { outline: outlineOf(questionnaire) }),
    countries: edition.countries,
    answers,
    given: edition.figures?.given ?? [],
    groups: edition.groups,
    withheld: Object.keys(edition.withheld),
  });
  // The library has checked every figure against the framework, so this is a bug and not a fault of a reader.
  if (!opened.ok) throw new Error(`${edition.id} cannot be computed: ${JSON.stringify(opened.problems)}`);
  return opened.value;
}
