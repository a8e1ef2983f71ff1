/** Every format takes every report, and says what must be said. */
import { describe, expect, it } from 'vitest';
import { FORMATS, formatOf } from '../../src/render/formats.js';
import { documentOf, INVENTED } from './documents.js';

describe('the formats', () => {
  it('are found by their name', () => {
    expect(FORMATS.map((format) => `${format.id} ${format.ending}`)).toEqual([
      'pdf .pdf',
      'html .html',
      'csv .csv',
      'xlsx .xlsx',
      'json .json',
    ]);
    expect(formatOf('csv')?.mediaType).toBe('text/csv; charset=utf-8');
    expect(formatOf('docx')).toBeUndefined();
  });

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s takes a report without any block',
    async (_id, format) => {
      const bytes = await format.render(documentOf([], { data: { columns: [], rows: [] } }));
      expect(bytes.equals(await format.render(documentOf([], { data: { columns: [], rows: [] } })))).toBe(true);
    },
  );

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s refuses a character no file can carry',
    async (_id, format) => {
      const broken = documentOf([{ kind: 'paragraph', text: 'a\u0000b' }]);
      await expect(format.render(broken)).rejects.toThrow(/U\+0000/);
    },
  );

  it('a report as one HTML file says that all is invented and needs nothing from elsewhere', async () => {
    const page = String(await formatOf('html')?.render(INVENTED));
    expect(page.split('All answers and countries here are invented').length).toBeGreaterThan(2);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|<link|@font-face|@import| src=| href="\//);
  });
});
