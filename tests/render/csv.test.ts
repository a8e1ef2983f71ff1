/** Figures as CSV: read back whole, harmless in a spreadsheet. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/render/csv.js';
import { documentOf, EDITION, INVENTED } from './documents.js';

const withCells = (...cells: readonly (string | number | null)[]) =>
  documentOf([], { data: { columns: cells.map((_, i) => ({ name: `c${i}`, description: '' })), rows: [cells] } });
const cellsOf = (csv: string): string[] => (parse(csv) as string[][])[1] ?? [];

describe('CSV', () => {
  it('has a head row, CRLF line ends, full precision, and nothing where a figure is missing', () => {
    expect(toCsv(documentOf([]))).toBe(
      'country,node,score,missing\r\nXAA,1.1,0.30000000000000004,\r\nXAA,1.2,,not answered\r\n',
    );
  });

  it('quotes what needs quoting', () => {
    const text = 'a "quoted", line\r\nof text';
    expect(cellsOf(toCsv(withCells(text)))).toEqual([text]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'x", "=cmd|' /C calc'!A0", '＝1+1'])(
    'disarms the text %j by one apostrophe, which can be taken away again',
    (text) => {
      const [cell = ''] = cellsOf(toCsv(withCells(text)));
      expect(cell).toBe(`'${text}`);
    },
  );

  it('disarms the names of columns too', () => {
    const data = { columns: [{ name: '=1+1', description: '' }], rows: [] };
    expect(toCsv(documentOf([], { data }))).toBe("'=1+1\r\n");
  });

  it('leaves negative numbers and ordinary texts as they are', () => {
    expect(cellsOf(toCsv(withCells(-0.07, 'a-b', 'x=1', '−0.07')))).toEqual(['-0.07', 'a-b', 'x=1', '−0.07']);
  });

  it('says in every row that all is invented, and only then', () => {
    const rows = parse(toCsv(INVENTED), { columns: true }) as Record<string, string>[];
    for (const row of rows) expect(row.notice).toBe(INVENTED.edition.notice);
    expect(toCsv(documentOf([]))).not.toContain('notice');
  });

  it('keeps the notice a report already carries', () => {
    const data = { columns: [{ name: 'notice', description: '' }], rows: [['mine']] };
    expect(toCsv(documentOf([], { data, edition: { ...EDITION, notice: 'invented' } }))).toBe('notice\r\nmine\r\n');
  });

  it('refuses characters no file can carry', () => {
    expect(() => toCsv(withCells('a\u0000b'))).toThrow(/U\+0000/);
  });
});
