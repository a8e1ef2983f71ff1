/**
 * JSON in one spelling: keys sorted, no white space, so that the same facts have the same hash wherever they are written.
 * Must never: write what JSON cannot hold (a number that is not finite).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) throw new RangeError('JSON holds finite numbers only');
    return isPlainObject(inner) ? sorted(inner) : inner;
  });
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
