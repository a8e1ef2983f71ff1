import { describe, expect, it } from 'vitest';
import { readDemonstration } from '../../../src/journeys/preparing/demonstration.js';

const texts = 'question,at-least,text\nq30,0.5,"In {country}, all is well."\n';

describe('the files a demonstration is invented from', () => {
  it('give each country its level in each pillar and its peculiarities', () => {
    const profiles = 'country,1,2,drawn-as,peculiarities\nXAA,0.25,1,,q66=no; q27/i18=not-known\nXAB,0,0.5,XAA,\n';
    const read = readDemonstration({ profiles, texts });
    expect(read.ok && read.value.profiles).toEqual([
      {
        country: 'XAA',
        levels: new Map([
          ['1', 0.25],
          ['2', 1],
        ]),
        drawnAs: 'XAA',
        peculiarities: new Map([
          ['q66', 'no'],
          ['q27/i18', 'not-known'],
        ]),
      },
      {
        country: 'XAB',
        levels: new Map([
          ['1', 0],
          ['2', 0.5],
        ]),
        drawnAs: 'XAA',
        peculiarities: new Map(),
      },
    ]);
    expect(read.ok && read.value.texts).toEqual([
      { question: 'q30', atLeast: 0.5, text: 'In {country}, all is well.' },
    ]);
  });

  it('are refused with every cell that is not a level, by line', () => {
    const profiles = 'country,1,2,drawn-as,peculiarities\nXAA,1.2,1,,\nXAB,0.5,,,\nXAC,0.5,high,,\n';
    const read = readDemonstration({ profiles, texts });
    expect(read.ok ? [] : read.problems).toEqual([
      { code: 'not-a-level', details: { line: 2, cell: '1.2' } },
      { code: 'not-a-level', details: { line: 3, cell: '' } },
      { code: 'not-a-level', details: { line: 4, cell: 'high' } },
    ]);
  });
});
