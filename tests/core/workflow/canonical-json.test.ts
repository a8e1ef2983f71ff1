/** One spelling of the same facts: hashes of years ago must come again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/workflow/canonical-json.js';

/** As it was first spelt, by the replacer of JSON itself: slower, and short enough to be seen right. */
const asFirstSpelt = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

describe('JSON in one spelling', () => {
  it('is the same whatever the order in which keys came', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: [3, null] } })).toBe(canonicalJson({ a: { c: [3, null], d: 2 }, b: 1 }));
    expect(canonicalJson({ b: 1, a: [true, 'x'] })).toBe('{"a":[true,"x"],"b":1}');
  });

  it('is spelt as it always was, numbers among the keys and text of any kind included', () => {
    const key = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.constantFrom('10', '9', '1.1', '01', '-1', '4294967295', 'é'),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('any'), { maxLength: 5 }),
        fc.dictionary(key, tie('any')),
      ),
      leaf: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(undefined),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value), (one) => {
        expect(canonicalJson(one)).toBe(asFirstSpelt(one));
      }),
    );
  });

  it('refuses a number that JSON has no word for, wherever it stands', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalJson({ a: [{ b: number }] })).toThrow('finite');
    }
  });
});
