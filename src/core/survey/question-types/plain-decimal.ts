/**
 * Numbers as people write them: digits, a minus sign, a decimal point. No exponent, no hexadecimal, no grouping, because
 * "1,500" is one number in one country and another in the next.
 * Must never: return NaN, an infinity, minus zero or a number that lost digits before the point.
 */

/** The number, or undefined where the text is none. Whole parts beyond 2^53 are refused: they would be altered silently. */
export function readDecimal(text: string): number | undefined {
  if (text.length > LONGEST || !/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  // Adding zero turns -0 into 0.
  return isDecimal(value) ? value + 0 : undefined;
}

/** Whether a number can be written so that it reads back the same. */
export function isDecimal(value: number): boolean {
  return (
    Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER && (value === 0 || Math.abs(value) >= LEAST)
  );
}

/** The shortest decimal that reads back the same, never with an exponent. */
export function writeDecimal(value: number): string {
  const shortest = String(value);
  const [digits = '', exponent] = shortest.split('e-');
  if (exponent === undefined) return shortest;
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}

const LONGEST = 60;
const LEAST = 1e-20;
