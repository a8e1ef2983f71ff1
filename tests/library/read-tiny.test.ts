/** The tiny survey as its author writes it is the tiny survey as the program knows it. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../src/library/check-definition.js';
import { faultLine } from '../../src/library/faults.js';
import { tinyFramework, tinyMethod, tinyQuestionnaire } from '../fixtures/tiny-survey.js';

const checked = checkDefinition('tests/fixtures/definitions/tiny');

describe('the tiny survey', () => {
  it('has no fault', () => {
    expect(checked.faults.map(faultLine)).toEqual([]);
  });

  it('is read into the very types core works with', () => {
    expect(checked.definition?.questionnaire).toEqual(tinyQuestionnaire);
    expect({ ...checked.definition?.framework, rollUps: [] }).toEqual(tinyFramework);
    expect(checked.definition?.method).toEqual(tinyMethod);
  });

  it('is counted as a person would', () => {
    expect(checked.counts).toEqual({
      questions: 6,
      scoredQuestions: 5,
      dataPoints: 10,
      indicators: 8,
      parameters: 0,
      subPillars: 4,
      pillars: 2,
    });
    expect(checked.levels).toEqual([
      { name: 'index', nodes: 1 },
      { name: 'pillar', nodes: 2 },
      { name: 'sub-pillar', nodes: 4 },
      { name: 'indicator', nodes: 8 },
    ]);
  });
});
