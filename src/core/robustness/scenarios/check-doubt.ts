/**
 * Answers in doubt held against the round they are answers of.
 * Must never: look at a score.
 */
import type { Problem } from '../../problem.js';
import type { Outline } from '../../survey/outline.js';
import { typeOf } from '../../survey/question-types/index.js';
import type { Ground } from './ground.js';
import type { DoubtfulAnswer, DoubtInput } from './input.js';

/**
 * All that is wrong: a round without answers, an unknown country or data point, fewer than two alternatives, an alternative that the
 * question does not take, probabilities outside 0 … 1 or that do not sum to one within 10⁻⁹, a data point that is there twice.
 */
export function checkDoubt({ answered, countries }: Ground, { answers }: DoubtInput): readonly Problem[] {
  if (answered === undefined) return [{ code: 'doubt-without-answers' }];
  const known = new Set(countries);
  const seen = new Set<string>();
  return answers.flatMap((doubtful) => {
    const { country, key } = doubtful;
    const details = { country, key };
    const name = JSON.stringify([country, key]);
    const isSeen = seen.has(name);
    seen.add(name);
    return [
      ...(known.has(country) ? [] : [{ code: 'doubt-unknown-country', details }]),
      ...(answered.outline.point.has(key) ? [] : [{ code: 'doubt-unknown-answer', details }]),
      ...(isSeen ? [{ code: 'doubt-twice', details }] : []),
      ...alternativeProblems(doubtful, answered.outline),
    ];
  });
}

function alternativeProblems({ country, key, alternatives }: DoubtfulAnswer, outline: Outline): readonly Problem[] {
  const spec = outline.point.get(key)?.spec;
  const details = { country, key };
  if (alternatives.length < 2) return [{ code: 'doubt-without-alternative', details }];
  const outside = alternatives.filter(({ probability }) => !(probability >= 0 && probability <= 1));
  const sum = alternatives.reduce((total, { probability }) => total + probability, 0);
  const impossible = alternatives.filter(
    ({ answer }) =>
      spec !== undefined && answer !== null && 'value' in answer && typeOf(spec).check(spec, answer.value).length > 0,
  );
  return [
    ...outside.map(({ probability }) => ({ code: 'doubt-no-probability', details: { ...details, probability } })),
    ...(outside.length === 0 && !(Math.abs(sum - 1) <= 1e-9)
      ? [{ code: 'doubt-sum', details: { ...details, sum: Number(sum.toPrecision(12)) } }]
      : []),
    ...impossible.map(({ answer }) => ({
      code: 'doubt-no-answer',
      details: { ...details, answer: answer !== null && 'value' in answer ? String(answer.value) : '' },
    })),
  ];
}
