import { describe, expect, it } from 'vitest';
import { keyOf, outlineOf, topQuestionOf } from '../../../src/core/survey/outline.js';
import { tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const outline = outlineOf(tinyQuestionnaire);

describe('outline', () => {
  it('lists data points in the order of asking', () => {
    const keys = ['q1', 'q1a', 'q2/i3', 'q2/i4', 'q3', 'q3a', 'q3b', 'q4', 'q5', 'q6'];
    expect(outline.points.map((point) => point.key)).toEqual(keys);
    expect([...outline.point.keys()]).toEqual(keys);
  });

  it('knows the section, the parent and the data points of each question', () => {
    const followUp = outline.questions.get('q3b');
    expect(followUp?.section.id).toBe('access');
    expect(followUp?.parent?.id).toBe('q3');
    expect(outline.questions.get('q2')?.points.map((point) => point.part)).toEqual(['i3', 'i4']);
    expect(outline.questions.get('q1')?.parent).toBeUndefined();
  });

  it('finds the outermost question', () => {
    expect(topQuestionOf(outline, 'q3b')?.id).toBe('q3');
    expect(topQuestionOf(outline, 'q3')?.id).toBe('q3');
    expect(topQuestionOf(outline, 'q99')).toBeUndefined();
  });

  it('names data points by question and part', () => {
    expect(keyOf('q2', '')).toBe('q2');
    expect(keyOf('q9', 'rows/columns')).toBe('q9/rows/columns');
  });
});
