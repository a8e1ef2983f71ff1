/**
 * Fills a demonstration edition with the invented answers of its invented countries, where nobody has answered yet: what a
 * visitor typed stays. The same files always write the same answers with the same times.
 * Must never: touch a submission that holds answers; read the clock.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { Answers } from '../../core/survey/answers.js';
import { outlineOf } from '../../core/survey/outline.js';
import type { Change } from '../../core/workflow/change.js';
import type { Edition } from '../../library/library.js';
import type { Store } from '../../store/store.js';
import type { World } from '../world.js';
import { type Demonstration, type Profile, readDemonstration } from './demonstration.js';
import { inventAnswers } from './invent-answers.js';

export interface Seeded {
  readonly edition: string;
  /** Countries whose invented answers were written now. */
  readonly filled: readonly string[];
  /** Countries that had answers already. */
  readonly kept: readonly string[];
}

/**
 * Seeds every demonstration edition of the library.
 * @param root the project's folder: what a demonstration is invented from stands in data/<edition>/
 */
export async function seedDemonstrations(
  world: Pick<World, 'library' | 'store'>,
  root: string,
): Promise<Outcome<readonly Seeded[]>> {
  const seeded: Seeded[] = [];
  const problems: Problem[] = [];
  for (const edition of world.library.editions.values()) {
    if (edition.kind !== 'demonstration') continue;
    const outcome = await seedEditionOf(world, edition, root);
    if (outcome.ok) seeded.push(outcome.value);
    else problems.push(...outcome.problems);
  }
  return problems.length === 0 ? done(seeded) : refused(...problems);
}

/** Nothing is invented where every country has been filled: a house that is started again starts at once. */
async function seedEditionOf(
  { library, store }: Pick<World, 'library' | 'store'>,
  edition: Edition,
  root: string,
): Promise<Outcome<Seeded>> {
  const begun = new Set((await store.submissions(edition.id)).map(({ country }) => country));
  if (edition.countries.every((country) => begun.has(country))) {
    return done({ edition: edition.id, filled: [], kept: edition.countries });
  }
  const invented = await inventEdition(edition, library.countries.nameOf, root);
  return invented.ok ? fill(store, edition, invented.value) : invented;
}

/** The invented answers of the countries of a demonstration edition, by code; none where nothing is invented for it. */
export async function inventEdition(
  edition: Edition,
  nameOf: (country: string) => string,
  root: string,
): Promise<Outcome<ReadonlyMap<string, Answers>>> {
  const folder = join(root, 'data', edition.id);
  if (!existsSync(folder)) return done(new Map());
  const { questionnaire, framework } = edition.definition;
  if (questionnaire === undefined) return refused({ code: 'no-questionnaire', details: { edition: edition.title } });
  const demonstration = await readFolder(folder);
  if (!demonstration.ok) return demonstration;
  const { profiles, texts } = demonstration.value;
  const strangers = strangersAmong(profiles, edition);
  if (strangers.length > 0) return refused(...strangers);
  const invention = { seed: edition.id, outline: outlineOf(questionnaire), framework, texts, nameOf };
  const invented = new Map<string, Answers>();
  const problems: Problem[] = [];
  for (const profile of profiles) {
    const answers = inventAnswers(invention, profile);
    if (answers.ok) invented.set(profile.country, answers.value);
    else problems.push(...answers.problems);
  }
  return problems.length === 0 ? done(invented) : refused(...problems);
}

/** Codes that ISO 3166 leaves to its users: no country that exists has one of these. */
const INVENTED = /^X[A-Z]{2}$/;

function strangersAmong(profiles: readonly Profile[], edition: Edition): readonly Problem[] {
  return profiles
    .filter(({ country }) => !INVENTED.test(country) || !edition.countries.includes(country))
    .map(({ country }) => ({ code: 'not-for-invention', details: { country, edition: edition.title } }));
}

async function readFolder(folder: string): Promise<Outcome<Demonstration>> {
  const [profiles, texts] = await Promise.all(
    ['profiles.csv', 'texts.csv'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  return readDemonstration({ profiles: profiles ?? '', texts: texts ?? '' });
}

async function fill(store: Store, edition: Edition, invented: ReadonlyMap<string, Answers>): Promise<Outcome<Seeded>> {
  const filled: string[] = [];
  const kept: string[] = [];
  for (const country of edition.countries) {
    const { revision } = await store.submission(edition.id, country);
    const changes = revision === 0 ? changesOf(invented.get(country) ?? {}) : [];
    if (changes.length === 0) {
      kept.push(country);
      continue;
    }
    const at = `${edition.date}T09:00:00.000Z`;
    const subject = { kind: 'submission', edition: edition.id, country } as const;
    const stamp = { subject, by: 'demonstration', at, expecting: revision };
    const committed = await store.commit(changes, stamp);
    if (committed.ok) filled.push(country);
    else return committed;
  }
  return done({ edition: edition.id, filled, kept });
}

function changesOf(answers: Answers): readonly Change[] {
  const recorded = Object.entries(answers).map(([key, answer]) => ({ kind: 'answer-recorded', key, answer }) as const);
  return recorded.length === 0 ? [] : [{ kind: 'submission-begun' }, ...recorded];
}
