/**
 * The scale of an edition's scores in words: "scale 0 to 1".
 * Must never: state a scale the method does not.
 */
import type { Material } from './material.js';

export function scaleWords({ method, words }: Material): string {
  const { scale } = method;
  if (scale === null) return words.say('report.scale.none');
  const plain = (value: number): string => words.number(value, Number.isInteger(value) ? 0 : 2);
  return words.say('report.scale.bounds', { low: plain(scale.low), high: plain(scale.high) });
}
