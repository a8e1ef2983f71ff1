/**
 * Rounding for display, as a person rounds the number in front of them.
 * Must never: feed back into a score.
 */

/**
 * The value as text with a fixed number of decimals, halves away from zero, decided on the shortest decimal that reads
 * back as the same number: 1.005 is shown as 1.01, although the nearest double lies a hair below.
 *
 * Shape: a finite number and a count of decimals from 0 up → text such as "0.60" or "-1.3", minus sign "-", no "-0".
 * `toFixed` looks at the exact binary value instead and gives "1.00" for 1.005; Excel's ROUND agrees with ours.
 *
 * Citation: "round half away from zero", IEEE 754-2019 roundTiesToAway, applied to the decimal; shortest decimal as in
 * Steele and White (1990), How to Print Floating-Point Numbers Accurately.
 * Example: roundHalfAway(-0.125, 2) = "-0.13"; roundHalfAway(0.6, 2) = "0.60".
 * Refuses: a value that is not finite (RangeError): there is nothing to show.
 */
export function roundHalfAway(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const { digits, point } = decimalOf(Math.abs(value));
  const cut = point + decimals;
  const kept = cut > 0 ? BigInt(digits.slice(0, cut).padEnd(cut, '0')) : 0n;
  const roundsUp = cut >= 0 && (digits[cut] ?? '0') >= '5';
  const units = roundsUp ? kept + 1n : kept;
  const text = String(units).padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const fraction = decimals > 0 ? `.${text.slice(text.length - decimals)}` : '';
  return `${value < 0 && units > 0n ? '-' : ''}${whole}${fraction}`;
}

/** The shortest decimal as its digits and the place of its point: 0.0125 → 125, −1; 340 → 34, 3. */
function decimalOf(value: number): { readonly digits: string; readonly point: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}
