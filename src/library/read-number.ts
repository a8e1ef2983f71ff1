/**
 * A number as it stands in a CSV cell: digits with a point, nothing else.
 * Must never: take NaN, infinity, a decimal comma or an empty cell for a number.
 */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function readNumber(written: string): number | undefined {
  const value = NUMBER.test(written) ? Number(written) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
