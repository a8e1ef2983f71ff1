import { describe, expect, it } from 'vitest';
import { countedNumber, countQuestionnaire } from '../../../src/core/survey/count-questionnaire.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { aQuestion, aQuestionnaire, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

describe('counting a questionnaire', () => {
  it('counts numbers, not follow-ups, and every cell as a data point', () => {
    expect(countQuestionnaire(tinyQuestionnaire)).toEqual({ questions: 6, dataPoints: 10 });
  });

  it('57 and 57a are one even when 57a does not stand under 57', () => {
    const questionnaire = aQuestionnaire([
      aQuestion({ id: 'q57' }),
      aQuestion({ id: 'q57a' }),
      aQuestion({ id: 'INIT' }),
    ]);
    expect(countQuestionnaire(questionnaire)).toEqual({ questions: 2, dataPoints: 3 });
    expect(countedNumber(outlineOf(questionnaire), 'q57a')).toBe('57');
    expect(countedNumber(outlineOf(questionnaire), 'INIT')).toBe('INIT');
    expect(countedNumber(outlineOf(questionnaire), 'q99')).toBeUndefined();
  });
});
