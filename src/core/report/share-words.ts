/**
 * Weights as people write them: 1/9 where it is a simple part of the whole, else a percentage.
 * Must never: print a fraction that is not exact.
 */
import type { Words } from '../text/words.js';

const LARGEST_PART = 5000;

export function shareWords(words: Words, share: number): string {
  if (share === 0 || share === 1) return words.number(share, 0);
  const parts = Math.round(1 / share);
  if (parts > 1 && parts <= LARGEST_PART && Math.abs(parts * share - 1) < 1e-9) return `1/${parts}`;
  return words.say('report.percent', { value: words.number(share * 100, 1) });
}
