/** A report as JSON: what it is about, its figures, its tables. */
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/render/json.js';
import { documentOf, HEAT_TABLE, INVENTED, PROFILE } from './documents.js';

describe('JSON', () => {
  it('holds figures as records in full precision', () => {
    const data = JSON.parse(toJson(documentOf([])));
    expect(data.rows).toEqual([
      { country: 'XAA', node: '1.1', score: 0.1 + 0.2, missing: '' },
      { country: 'XAA', node: '1.2', score: null, missing: 'not answered' },
    ]);
    expect(data.columns[2]).toEqual({ name: 'score', description: 'Score, 0 to 1.' });
  });

  it('holds what the edition is and whether it is invented', () => {
    expect(JSON.parse(toJson(INVENTED)).edition).toEqual(INVENTED.edition);
    expect(JSON.parse(toJson(PROFILE)).edition.notice).toBeUndefined();
  });

  it('holds each table with the reasons for what is missing and the provenance of what is not', () => {
    const [scores] = JSON.parse(toJson(PROFILE)).tables;
    expect(scores.id).toBe('scores');
    expect(scores.rows[1][1]).toEqual({ text: '0.97', value: 0.97, provenance: 'published' });
    expect(scores.rows[11][1]).toEqual({ text: '', missing: 'not answered' });
    expect(JSON.parse(toJson(documentOf([HEAT_TABLE]))).tables[0].rows).toHaveLength(40);
  });

  it('keeps its findings in sentences', () => {
    expect(JSON.parse(toJson(PROFILE)).findings).toContain(
      '0.97 + 0.56 + 0.40 + 1.00 + 1.00 + 0.89 + 0.85 + 1.00 + 0.42 = 7.09',
    );
  });

  it('is the same to the last byte for the same report, its keys in one order', () => {
    expect(toJson(PROFILE)).toBe(toJson(structuredClone(PROFILE)));
    const keys = ['name', 'title', 'lead', 'language', 'edition', 'columns', 'rows', 'tables', 'findings'];
    expect(Object.keys(JSON.parse(toJson(PROFILE)))).toEqual(keys);
  });

  it('holds further figures as records under their own names, and says nothing of them where there are none', () => {
    const more = [{ id: 'pairs', columns: [{ name: 'other', description: 'Code.' }], rows: [['XAB'], [null]] }];
    const data = JSON.parse(toJson(documentOf([], { more })));
    expect(data.more).toEqual([
      { id: 'pairs', columns: [{ name: 'other', description: 'Code.' }], rows: [{ other: 'XAB' }, { other: null }] },
    ]);
    expect(toJson(documentOf([]))).not.toContain('"more"');
  });

  it('is not confused by a column called __proto__', () => {
    const data = { columns: [{ name: '__proto__', description: '' }], rows: [['x']] };
    expect(toJson(documentOf([], { data }))).toContain('"__proto__": "x"');
  });
});
