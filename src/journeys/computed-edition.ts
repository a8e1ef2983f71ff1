/**
 * An edition's results, computed once per revision and kept: published editions never move, a demonstration moves with each
 * commit. Whatever is derived from results (material, documents) hangs on the computed edition and goes with it.
 * Must never: compute for a reader what another reader has already had computed.
 */

import { type Computation, openIndex } from '../core/scoring/compute-index.js';
import type { Answers } from '../core/survey/answers.js';
import { outlineOf } from '../core/survey/outline.js';
import type { Edition } from '../library/library.js';
import type { World } from './world.js';

export interface ComputedEdition {
  readonly edition: Edition;
  readonly revision: number;
  readonly computation: Computation;
  /** By country; empty where the edition has figures instead. */
  readonly answers: ReadonlyMap<string, Answers>;
}

/** The revision of an edition's content; 0 for ever where it was published elsewhere. */
export function revisionOf(world: World, edition: Edition): Promise<number> | number {
  return edition.kind === 'published' ? 0 : world.store.editionRevision(edition.id);
}

export async function computedEdition(world: World, edition: Edition): Promise<ComputedEdition> {
  const revision = await revisionOf(world, edition);
  const kept = keptOf(world);
  const before = kept.get(edition.id);
  if (before?.revision === revision) return before.computed;
  const computed = compute(world, edition, revision);
  kept.set(edition.id, { revision, computed });
  computed.catch(() => kept.delete(edition.id));
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

async function compute(world: World, edition: Edition, revision: number): Promise<ComputedEdition> {
  const submissions = edition.kind === 'published' ? [] : await world.store.submissions(edition.id);
  const answers = new Map(submissions.map((submission) => [submission.country, submission.answers]));
  return { edition, revision, answers, computation: open(edition, answers) };
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
