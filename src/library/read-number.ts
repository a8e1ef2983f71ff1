/**
 * A number as it stands in any file, CSV cell or definition: digits, a point, a power of ten (`1e-9`), nothing else.
 * Must never: take NaN, infinity, a decimal comma or an empty cell for a number.
 */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function readNumber(written: string): number | undefined {
  const value = NUMBER.test(written) ? Number(written) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
