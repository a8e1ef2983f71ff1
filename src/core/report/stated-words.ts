/**
 * What a country stated, for one indicator: its answer, or those of a whole checklist with the row each belongs to.
 * Must never: show an answer of a question that was not asked.
 */
import type { Reading } from '../survey/condition.js';
import type { Words } from '../text/words.js';
import { answerWords } from './answer-words.js';
import type { Asked } from './asked.js';

export type Readings = ReadonlyMap<string, Reading>;

export function statedWords(words: Words, asked: Asked, readings: Readings): string {
  const [only, second] = asked.points;
  if (only !== undefined && second === undefined) return answerWords(words, only.spec, readings.get(only.key));
  const each = asked.points.map((point) =>
    words.say('report.answer.of-part', {
      part: point.rowText ?? point.part,
      answer: answerWords(words, point.spec, readings.get(point.key)),
    }),
  );
  return words.list(each);
}
