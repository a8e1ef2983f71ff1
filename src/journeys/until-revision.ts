/**
 * What is read of an edition once, and again only after an edition or a robustness result has been committed.
 * Must never: keep what could not be read.
 */
import type { World } from './world.js';

interface Kept<T> {
  readonly revision: number;
  readonly found: Promise<T>;
}

/** `read` by the edition's id, kept beside the store it was read from. */
export function untilRevision<T>(
  read: (world: World, edition: string) => Promise<T>,
): (world: World, edition: string) => Promise<T> {
  const kept = new WeakMap<World['store'], Map<string, Kept<T>>>();
  return async (world, edition) => {
    const revision = await world.store.editionsRevision();
    const own = kept.get(world.store) ?? new Map<string, Kept<T>>();
    kept.set(world.store, own);
    const before = own.get(edition);
    if (before?.revision === revision) return before.found;
    const found = read(world, edition);
    own.set(edition, { revision, found });
    found.catch(() => own.delete(edition));
    return found;
  };
}
