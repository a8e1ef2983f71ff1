/** A report as a workbook: read back with its figures, texts as texts, the same bytes each time. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/render/xlsx.js';
import { documentOf, INVENTED, PROFILE, tableOf } from './documents.js';

const sheetsOf = async (bytes: Buffer) =>
  new Map((await readXlsx(bytes)).sheets.map((sheet) => [sheet.name, sheet.rows]));

describe('the workbook', () => {
  it('has the tidy figures first, then what the columns mean, what the edition is, and each table', async () => {
    const sheets = await sheetsOf(await toXlsx(PROFILE));
    expect([...sheets.keys()]).toEqual(['Data', 'Codebook', 'Read me', 'scores']);
    expect(sheets.get('Data')?.slice(0, 3)).toEqual([
      ['country', 'node', 'score', 'missing'],
      ['XAA', '1.1', 0.1 + 0.2, ''],
      ['XAA', '1.2', null, 'not answered'],
    ]);
    expect(sheets.get('Codebook')?.[3]).toEqual(['score', 'Score, 0 to 1.']);
    expect(sheets.get('Read me')?.flat()).toContain(
      'Source: Orchard Board, Orchard Index 2024, two decimals. Recomputed where marked.',
    );
  });

  it('holds the full figure of a table cell, and the reason where there is none', async () => {
    const rows = (await sheetsOf(await toXlsx(PROFILE))).get('scores') ?? [];
    expect(rows[0]?.[0]).toBe('Arvandia 2024, beside the mean');
    expect(rows[2]?.[1]).toBe((0.97 + 0.56 + 0.4) / 3);
    expect(rows.at(-1)?.[1]).toBe('not answered');
  });

  it('says that all is invented on its first sheets', async () => {
    const sheets = await sheetsOf(await toXlsx(INVENTED));
    expect(sheets.get('Data')?.[1]).toContain(INVENTED.edition.notice);
    expect(sheets.get('Read me')?.flat()).toContain(INVENTED.edition.notice);
  });

  it('has a sheet for every further table of figures, explained in the codebook and marked where all is invented', async () => {
    const more = [{ id: 'pairs', columns: [{ name: 'share', description: 'Ahead of the other.' }], rows: [[1 / 3]] }];
    const sheets = await sheetsOf(await toXlsx({ ...INVENTED, more }));
    expect([...sheets.keys()].at(-1)).toBe('pairs');
    expect(sheets.get('pairs')).toEqual([
      ['share', 'notice'],
      [1 / 3, INVENTED.edition.notice],
    ]);
    expect(sheets.get('Codebook')?.at(-1)).toEqual(['pairs: share', 'Ahead of the other.']);
  });

  it('stores every text as a text, whatever it begins with', async () => {
    const naughty = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '\tx',
      '=HYPERLINK("http://example.org")',
      '<b>&"\'',
      ' spaces ',
      'line\nbreak',
      '٤٢',
      '👩‍👩‍👧',
      '_x000D_',
      'a\u0001b',
      '\uFFFE',
    ];
    const data = { columns: naughty.map((name) => ({ name, description: name })), rows: [naughty] };
    const book = await readXlsx(await toXlsx(documentOf([tableOf([naughty, naughty])], { data })));
    for (const sheet of book.sheets) {
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    }
    expect(book.sheets[0]?.rows).toEqual([naughty, naughty]);
  });

  it('is the same to the last byte when it is written again', async () => {
    expect((await toXlsx(PROFILE)).equals(await toXlsx(structuredClone(PROFILE)))).toBe(true);
  });

  it('gives every table a sheet name that spreadsheets accept', async () => {
    const id = 'a/very*long[name]:of?a\\table that goes on';
    const one = tableOf([['x'], ['1']], { id });
    const names = [...(await sheetsOf(await toXlsx(documentOf([one, one, tableOf([['x']], { id: 'data' })])))).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it('says where a text is longer than a cell may be', async () => {
    const data = { columns: [{ name: 'text', description: '' }], rows: [['x'.repeat(40_000)]] };
    const cell = (await sheetsOf(await toXlsx(documentOf([], { data })))).get('Data')?.[1]?.[0];
    expect(String(cell)).toHaveLength(32_767);
    expect(String(cell)).toMatch(/the CSV and JSON files have the whole text\]$/);
  });
});
