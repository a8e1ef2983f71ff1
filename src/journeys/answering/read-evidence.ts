/**
 * A file that supports an answer, for everybody who may see the submission. What was submitted stays to be had, also where its
 * country took it back later.
 * Must never: hand out a file by its name alone; it has to belong to the submission.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { Person } from '../../core/workflow/roles.js';
import type { StoredFile } from '../../core/workflow/statuses.js';
import type { World } from '../world.js';
import { loadAnswering, type Place } from './load-answering.js';

export interface ReadEvidence {
  readonly file: StoredFile;
  readonly content: Buffer;
}

export async function readEvidence(
  world: World,
  person: Person,
  { id, ...place }: Place & { readonly id: string },
): Promise<Outcome<ReadEvidence>> {
  const loaded = await loadAnswering(world, person, place);
  if (!loaded.ok) return loaded;
  const { edition, submission } = loaded.value;
  const snapshots = await world.store.snapshots(edition.id, submission.country);
  const all = [submission, ...snapshots].flatMap(({ evidence }) => evidence);
  const file = all.find((one) => one.id === id)?.file;
  const content = file === undefined ? undefined : await world.evidence.read(id);
  return file === undefined || content === undefined ? refused({ code: 'not-permitted' }) : done({ file, content });
}
