/**
 * The submissions of the collected demonstration, each brought to its state by the steps people take: sections saved one after
 * the other, documents attached, submitted, checked, returned, validated. Who has an account signs with it.
 * Must never: write a state by another way than the decision that leads to it.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { Answers } from '../../core/survey/answers.js';
import { type Outline, outlineOf } from '../../core/survey/outline.js';
import type { Definition } from '../../library/library.js';
import type { KeptEdition } from '../../store/store.js';
import { inventAnswers } from './invent-answers.js';
import { daysBefore } from './seed-edition.js';
import type { SeedMaterial, SeedWorld } from './seed-material.js';
import { peopleIn } from './seed-people.js';
import type { Step } from './seed-step.js';
import { stepsOf } from './seed-steps.js';

interface Telling {
  readonly edition: KeptEdition;
  readonly material: SeedMaterial;
  /** Those that are told now. */
  readonly countries: readonly string[];
}

export async function seedSubmissions(world: SeedWorld, telling: Telling): Promise<Outcome<undefined>> {
  const { edition, material, countries } = telling;
  if (countries.length === 0) return done(undefined);
  const definition = world.library.definitions.get(edition.definition.id);
  if (definition?.questionnaire === undefined) {
    return refused({ code: 'no-questionnaire', details: { edition: edition.facts.title } });
  }
  const outline = outlineOf(definition.questionnaire);
  const people = await peopleIn(world.store, material.people);
  const outcomes = await Promise.all(
    material.states
      .filter(({ country }) => countries.includes(country))
      .map(async (state) => {
        const answers = invent(world, { definition, outline, edition, material }, state.country);
        if (!answers.ok) return answers;
        const first = daysBefore(edition.calendar.closes ?? world.clock(), state.begun);
        const nameOf = world.library.countries.nameOf;
        const steps = stepsOf({ state, answers: answers.value, outline, material, people, nameOf, first });
        return take(world.store, { edition: edition.id, country: state.country }, steps);
      }),
  );
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  return problems.length > 0 ? refused(...problems) : done(undefined);
}

interface Inventing extends Pick<Telling, 'edition' | 'material'> {
  readonly definition: Definition;
  readonly outline: Outline;
}

function invent(
  world: SeedWorld,
  { definition, outline, edition, material }: Inventing,
  country: string,
): Outcome<Answers> {
  const profile = material.profiles.find((one) => one.country === country);
  if (profile === undefined || !edition.countries.includes(country)) {
    return refused({ code: 'not-for-invention', details: { country, edition: edition.facts.title } });
  }
  const { nameOf } = world.library.countries;
  const { framework } = definition;
  return inventAnswers({ seed: edition.id, outline, framework, texts: material.texts, nameOf }, profile);
}

/** One after the other, each on what the one before it left. */
async function take(
  store: SeedWorld['store'],
  place: { readonly edition: string; readonly country: string },
  steps: readonly Step[],
): Promise<Outcome<undefined>> {
  for (const { decide, by, at } of steps) {
    const submission = await store.submission(place.edition, place.country);
    const decision = decide(submission);
    if (!decision.ok) return decision;
    if (decision.value.length === 0) continue;
    const subject = { kind: 'submission', ...place } as const;
    const committed = await store.commit(decision.value, { subject, by, at, expecting: submission.revision });
    if (!committed.ok) return committed;
  }
  return done(undefined);
}
