/** Answers as a reader sees them. */
import { describe, expect, it } from 'vitest';
import { answerWords } from '../../../src/core/report/answer-words.js';
import { makeWords } from '../../../src/core/text/make-words.js';
import { loadTexts } from '../../../src/library/load-texts.js';

const words = makeWords(loadTexts('.'), 'en');
const number = (value: number, unit?: string) =>
  answerWords(words, { type: 'number', ...(unit === undefined ? {} : { unit }) }, { value });

describe('an answer in words', () => {
  it('keeps every digit of a number, however small', () => {
    expect(number(12.5)).toBe('12.5');
    expect(number(0.0000001)).toBe('0.0000001');
    expect(number(-1.25e-7, 'euros')).toBe('−0.000000125 euros');
    expect(number(1200)).toBe('1,200');
  });
});
