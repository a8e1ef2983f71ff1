import { expect, it } from 'vitest';
import { computeIndex } from '../../../src/core/scoring/compute-index.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { tinyAnswers, tinyFramework, tinyMethod, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

it('computes the tiny survey as worked out by hand', () => {
  const results = computeIndex({
    framework: tinyFramework,
    method: tinyMethod,
    outline: outlineOf(tinyQuestionnaire),
    countries: ['XAC', 'XAA', 'XAB'],
    answers: tinyAnswers,
    given: [],
    groups: [{ id: 'all', countries: ['XAA', 'XAB', 'XAC'] }],
  });
  console.log(JSON.stringify(results, null, 1).slice(0, 3000));
  expect(results.ok).toBe(true);
});
