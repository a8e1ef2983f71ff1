/**
 * Chance that is the same every time: a number from what it is asked about. The demonstration draws its answers with it, so
 * that the same files always give the same answers, on every machine and in any order of asking.
 * Must never: keep a state between calls, be used where chance has to be unpredictable.
 */

/**
 * A number in [0, 1), even over the parts it is asked about and without visible likeness between neighbours: FNV-1a over
 * the code units, then the finaliser of MurmurHash3, both on 32 bits.
 */
export function noise(...parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    for (let place = 0; place < part.length; place++) hash = Math.imul(hash ^ part.charCodeAt(place), 0x01000193);
    // Closes the part: ('a', 'bc') and ('ab', 'c') differ.
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
