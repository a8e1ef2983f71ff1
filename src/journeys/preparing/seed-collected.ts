/**
 * Fills the store with *Demonstration 2026*: an edition of invented countries that is being collected, its submissions in every
 * state, and a person for each role. All of it goes through the decisions of the workflow, as if people had done it.
 * Must never: touch what is there already; give a known password to an account unless it is told to.
 */
import { done, type Outcome } from '../../core/problem.js';
import { hasBegun, seedEdition } from './seed-edition.js';
import { readSeedMaterial, type SeedMaterial, type SeedWorld } from './seed-material.js';
import { type SignIn, seedPeople } from './seed-people.js';
import { seedSubmissions } from './seed-submissions.js';

const COLLECTED = 'demonstration-2026';

export interface SeededCollected {
  readonly edition: string;
  /** Countries whose submissions were written now. */
  readonly filled: readonly string[];
  /** Countries whose submissions were left as they are. */
  readonly kept: readonly string[];
  /** One per role, where there are accounts. */
  readonly signIns: readonly SignIn[];
}

export interface SeedingOf {
  /** The project's folder. */
  readonly root: string;
  /** Whether accounts with a password that everybody knows are made: for a demonstration on one's own machine. */
  readonly withPeople: boolean;
}

export async function seedCollected(
  world: SeedWorld,
  { root, withPeople }: SeedingOf,
): Promise<Outcome<SeededCollected>> {
  const read = await readSeedMaterial(root, COLLECTED);
  if (!read.ok) return read;
  const material = read.value;
  const signIns = withPeople ? await seedPeople(world, material.people) : done([]);
  if (!signIns.ok) return signIns;
  const edition = await seedEdition(world, COLLECTED, countriesOf(material));
  if (!edition.ok) return edition;
  const { filled, kept } = await stateOfThings(world, material);
  const told = await seedSubmissions(world, { edition: edition.value, material, countries: filled });
  if (!told.ok) return told;
  return done({ edition: COLLECTED, filled, kept, signIns: signIns.value });
}

const countriesOf = ({ states }: SeedMaterial): readonly string[] => states.map(({ country }) => country);

/** What a country or a visitor has begun stays theirs. */
async function stateOfThings({ store }: SeedWorld, { states }: SeedMaterial) {
  const begun = new Set((await store.submissions(COLLECTED)).filter(hasBegun).map(({ country }) => country));
  const filled = states.filter((state) => state.status !== 'not-started' && !begun.has(state.country));
  return {
    filled: filled.map(({ country }) => country),
    kept: states.filter((state) => !filled.includes(state)).map(({ country }) => country),
  };
}
