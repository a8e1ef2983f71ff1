/**
 * JSON in one spelling: keys sorted, no white space, so that the same facts have the same hash wherever they are written.
 * Must never: write what JSON cannot hold (a number that is not finite); be spelt otherwise one day, since hashes are kept for years.
 */
export function canonicalJson(value: unknown): string {
  return spelt(value) ?? 'null';
}

/** Undefined for what JSON leaves out of an object. */
function spelt(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('JSON holds finite numbers only');
      return JSON.stringify(value);
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? list(value) : plain(value as Readonly<Record<string, unknown>>);
    default:
      return undefined;
  }
}

const list = (values: readonly unknown[]): string => `[${values.map((one) => spelt(one) ?? 'null').join()}]`;

function plain(value: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [];
  for (const key of inOrder(Object.keys(value))) {
    const written = spelt(value[key]);
    if (written !== undefined) parts.push(`${JSON.stringify(key)}:${written}`);
  }
  return `{${parts.join()}}`;
}

/** Whole numbers first, by size, as an object holds its keys; then the others by code unit. */
function inOrder(keys: string[]): readonly string[] {
  const names = keys.findIndex((key) => !isIndex(key));
  if (names < 0) return keys;
  if (names === 0) return keys.sort();
  return [...keys.slice(0, names), ...keys.slice(names).sort()];
}

/** What JavaScript takes for the index of an array, and puts first. */
const isIndex = (key: string): boolean => /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
