/**
 * What is odd about the files of `alidade compute`, and yet no fault: scores outside the method's scale, groups without anybody.
 * Must never: name more than the first of many.
 */
import type { IndexInput } from '../core/scoring/index-input.js';

export function inputWarnings({ given, groups, countries, method }: IndexInput): readonly string[] {
  const { scale } = method;
  const outside = scale === null ? [] : given.filter(({ value }) => value < scale.low || value > scale.high);
  const [first] = outside;
  const empty = groups.filter((group) => !group.countries.some((country) => countries.includes(country)));
  return [
    ...(first && scale
      ? [
          `warning: given scores outside the scale from ${scale.low} to ${scale.high}: ${outside.length}, ` +
            `the first is ${first.value} for node '${first.node}' of ${first.country}.`,
        ]
      : []),
    ...empty.map(({ id }) => `warning: no country of the group '${id}' is in the files of answers and given scores.`),
  ];
}
