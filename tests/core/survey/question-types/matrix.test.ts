import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../src/core/survey/question-types/index.js';
import { aMatrix, aRow } from '../../../fixtures/tiny-survey.js';

describe('matrix', () => {
  it('with one column has its rows for parts', () => {
    expect(partsOf(aMatrix([aRow('i10'), aRow('i11')])).map((part) => part.part)).toEqual(['i10', 'i11']);
  });

  it("with several columns has row/column parts, row by row, each of its column's type", () => {
    const answer = {
      type: 'matrix',
      rows: [aRow('x'), aRow('y', { when: { question: 'q1', is: 'yes' } })],
      columns: [
        { id: 'open', text: 'Open', answer: { type: 'yes-no' } },
        { id: 'count', text: 'How many', answer: { type: 'number' } },
      ],
    } as const;
    expect(partsOf(answer)).toEqual([
      { part: 'x/open', spec: { type: 'yes-no' }, rowText: 'Row x', columnText: 'Open' },
      { part: 'x/count', spec: { type: 'number' }, rowText: 'Row x', columnText: 'How many' },
      {
        part: 'y/open',
        spec: { type: 'yes-no' },
        rowText: 'Row y',
        columnText: 'Open',
        when: { question: 'q1', is: 'yes' },
      },
      {
        part: 'y/count',
        spec: { type: 'number' },
        rowText: 'Row y',
        columnText: 'How many',
        when: { question: 'q1', is: 'yes' },
      },
    ]);
  });

  it('a simple question is one part without a name', () => {
    expect(partsOf({ type: 'yes-no' })).toEqual([{ part: '', spec: { type: 'yes-no' } }]);
  });
});
