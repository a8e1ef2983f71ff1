/** A table of answers in doubt: alternatives, or every row that is wrong. */
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/core/survey/outline.js';
import { readDoubt } from '../../src/library/read-doubt.js';
import { tinyQuestionnaire } from '../fixtures/tiny-survey.js';

const context = {
  outline: outlineOf(tinyQuestionnaire),
  countries: { isKnown: (code: string) => code.startsWith('XA'), nameOf: (code: string) => code },
  say: ({ code }: { readonly code: string }) => code,
};
const read = (...lines: readonly string[]) => readDoubt(new TextEncoder().encode(`${lines.join('\n')}\n`), context);
const HEADER = 'country,question,option,probability,part';

describe('answers in doubt', () => {
  it('are one row for each alternative, in the words of the table of answers', () => {
    const found = read(
      HEADER,
      'XAB,q3b,12,0.5,',
      'XAB,q3b,not-answered,0.5,',
      'XAA,q1,whole,0.75,',
      'XAA,q1,some,0.25,',
      'XAA,q2,yes,1,i4',
      'XAA,q2,not-known,0,i4',
      'XAA,q3a,interface; search,0.9,',
      'XAA,q3a,neither,0.1,',
      'XAA,q4,not-applicable,0.4,',
      'XAA,q4,https://budget.example/a;b,0.6,',
    );
    expect(found).toEqual({
      doubt: [
        {
          country: 'XAA',
          key: 'q1',
          alternatives: [
            { answer: { value: 'whole' }, probability: 0.75 },
            { answer: { value: 'some' }, probability: 0.25 },
          ],
        },
        {
          country: 'XAA',
          key: 'q2/i4',
          alternatives: [
            { answer: { value: 'yes' }, probability: 1 },
            { answer: { missing: 'not-known' }, probability: 0 },
          ],
        },
        {
          country: 'XAA',
          key: 'q3a',
          alternatives: [
            { answer: { value: ['search', 'interface'] }, probability: 0.9 },
            { answer: { value: ['neither'] }, probability: 0.1 },
          ],
        },
        {
          country: 'XAA',
          key: 'q4',
          alternatives: [
            { answer: { missing: 'not-applicable' }, probability: 0.4 },
            { answer: { value: ['https://budget.example/a;b'] }, probability: 0.6 },
          ],
        },
        {
          country: 'XAB',
          key: 'q3b',
          alternatives: [
            { answer: { value: 12 }, probability: 0.5 },
            { answer: null, probability: 0.5 },
          ],
        },
      ],
    });
  });

  it('may come with a byte order mark, line ends of Windows and no column for parts', () => {
    const bytes = new TextEncoder().encode(
      '\uFEFFcountry,question,option,probability\r\nXAA,q3,yes,0.1\r\nXAA,q3,no,0.9\r\n',
    );
    expect(readDoubt(bytes, context)).toMatchObject({ doubt: [{ country: 'XAA', key: 'q3' }] });
  });

  it('may have probabilities that sum to one but for the last digits', () => {
    const third = ['all', 'most', 'some'].map((option) => `XAA,q5,${option},0.3333333333,`);
    expect('doubt' in read(HEADER, ...third)).toBe(true);
    expect(read(HEADER, ...third.map((line) => line.replace('0.3333333333', '0.33333333')))).toEqual({
      faults: [{ line: 2, message: "the probabilities of XAA 'q5' sum to 0.99999999, and not to 1" }],
    });
  });

  it('are told with every row that is wrong, and the sum that was found', () => {
    const found = read(
      HEADER,
      'QQQ,q1,some,0.5,',
      'XAA,q9,some,0.5,',
      'XAA,q2,yes,0.5,i5',
      'XAA,q1,perhaps,0.5,',
      'XAA,q1,some,1.5,',
      'XAA,q1,none,,',
      'XAA,q3,,0.5,',
      'XAA,q5,not-known,0.5,',
      'XAB,q1,whole,0.5,',
      'XAB,q1,some,0.4,',
      'XAB,q3,yes,1,',
      'XAB,q5,all,0.5,',
      'XAB,q5,all,0.5,',
      'XAC,q1,whole,0.3,',
      'XAC,q1,none,0.3',
    );
    expect('faults' in found && found.faults).toEqual([
      { line: 2, message: expect.stringMatching(/QQQ/) },
      { line: 3, message: expect.stringMatching(/^there is no question 'q9'/) },
      { line: 4, message: expect.stringMatching(/'q2' has no part 'i5'/) },
      { line: 5, message: "XAA 'q1': not-a-choice" },
      { line: 6, message: "the probability must be a number from 0 to 1, not '1.5'" },
      { line: 7, message: expect.stringMatching(/^the probability must be/) },
      { line: 8, message: expect.stringMatching(/^XAA 'q3': the option is missing/) },
      { line: 9, message: "XAA 'q5': reason-not-allowed" },
      { line: 10, message: "the probabilities of XAB 'q1' sum to 0.9, and not to 1" },
      { line: 12, message: expect.stringMatching(/^XAB 'q3' has one alternative/) },
      { line: 14, message: "XAB 'q5' has this alternative already, on line 13" },
      { line: 15, message: expect.stringMatching(/^XAC 'q1' has one alternative/) },
      { line: 16, message: expect.stringMatching(/the row has 4 cells/) },
    ]);
  });

  it('are told with what is wrong with the header', () => {
    const found = read('country,question,option,chance', 'XAA,q1,some,1');
    expect('faults' in found && found.faults.map(({ message }) => message)).toEqual([
      "the column 'probability' is missing",
      "unknown column 'chance'",
    ]);
  });
});
