/**
 * Fills an empty house with all that a demonstration shows: the library's demonstrations that everybody may answer, and the one
 * that is being collected, with its people where they are wanted.
 * Must never: touch what is there already.
 */
import { done, type Outcome } from '../../core/problem.js';
import { type SeedingOf, seedCollected } from './seed-collected.js';
import { type Seeded, seedDemonstrations } from './seed-demonstration.js';
import type { SeedWorld } from './seed-material.js';
import type { SignIn } from './seed-people.js';

export interface SeededHouse {
  readonly editions: readonly Seeded[];
  readonly signIns: readonly SignIn[];
}

export async function seedHouse(world: SeedWorld, of: SeedingOf): Promise<Outcome<SeededHouse>> {
  const open = await seedDemonstrations(world, of.root);
  if (!open.ok) return open;
  const collected = await seedCollected(world, of);
  if (!collected.ok) return collected;
  const { signIns, ...edition } = collected.value;
  return done({ editions: [...open.value, edition], signIns });
}
