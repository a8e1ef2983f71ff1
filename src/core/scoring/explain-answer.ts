/**
 * The last step of a walk back: what the country stated, as its question type writes it.
 * Must never: translate; pages put the words to ids.
 */
import type { Reading } from '../survey/condition.js';
import { keyOf } from '../survey/key.js';
import type { Outline } from '../survey/outline.js';
import { typeOf } from '../survey/question-types/index.js';
import type { DataPoint } from '../survey/questionnaire.js';
import type { Indicator } from './framework.js';
import type { ExplainedAnswer } from './results.js';

/** A checklist is stated part by part: "exists: yes; online: no". */
export function explainAnswer(
  indicator: Indicator,
  outline: Outline,
  readings: ReadonlyMap<string, Reading> | undefined,
): ExplainedAnswer {
  const { question, part, rule } = indicator;
  const point = outline.point.get(keyOf(question, part));
  const reading = readings?.get(keyOf(question, part));
  const stated = point === undefined ? statedByPart(outline, question, readings) : write(point, reading);
  const missing = reading !== undefined && 'missing' in reading ? { missing: reading.missing } : {};
  return { question, part, stated, ...missing, rule: rule.type };
}

function statedByPart(outline: Outline, question: string, readings: ReadonlyMap<string, Reading> | undefined): string {
  const points = outline.questions.get(question)?.points ?? [];
  return points
    .map((point) => ({ part: point.part, stated: write(point, readings?.get(point.key)) }))
    .filter(({ stated }) => stated !== '')
    .map(({ part, stated }) => `${part}: ${stated}`)
    .join('; ');
}

const write = (point: DataPoint, reading: Reading | undefined): string =>
  reading !== undefined && 'value' in reading ? typeOf(point.spec).write(point.spec, reading.value).join('; ') : '';
