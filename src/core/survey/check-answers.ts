/**
 * What stands between a country's answers and their submission: data points that are asked and open, and answers that no
 * longer fit their question (its questionnaire was corrected meanwhile).
 * Must never: look at an answer to what is not asked.
 */
import type { Problem } from '../problem.js';
import type { Outline } from './outline.js';
import type { OutlinedQuestion } from './outlined-question.js';
import { isOpen } from './progress.js';
import { saysOf, typeOf } from './question-types/index.js';
import type { DataPoint } from './questionnaire.js';
import type { Standing } from './standing.js';

/** In the order of asking; each problem names its data point as the field. */
export function checkAnswers(outline: Outline, standing: Standing): readonly Problem[] {
  return outline.points
    .filter((point) => standing.isAsked(point.key))
    .flatMap((point) => faultsAt(point, standing).map((problem) => ({ ...problem, field: point.key })));
}

/** Whether the question's evidence rule demands evidence for what was answered: one of its answers is named there. */
export function needsEvidence(outlined: OutlinedQuestion, standing: Standing): boolean {
  const { evidence } = outlined.question;
  if (evidence.rule !== 'required') return false;
  return outlined.points.some(({ key, spec }) => {
    const reading = standing.readings.get(key);
    return (
      reading !== undefined &&
      'value' in reading &&
      saysOf(spec, reading.value).some((id) => evidence.when.includes(id))
    );
  });
}

function faultsAt(point: DataPoint, standing: Standing): readonly Problem[] {
  if (isOpen(standing, point.key)) return [{ code: 'unanswered', details: { number: point.question.number } }];
  const reading = standing.readings.get(point.key);
  if (reading === undefined) return [];
  if ('value' in reading) return typeOf(point.spec).check(point.spec, reading.value);
  const { missing } = reading;
  if (missing !== 'not-applicable' && missing !== 'not-known') return [];
  return point.question.allows.includes(missing) ? [] : [{ code: 'reason-not-allowed', details: { reason: missing } }];
}
