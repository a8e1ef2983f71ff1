/** A report as PDF: what a reader, a screen reader and a mail server get. */
import { describe, expect, it } from 'vitest';
import { comparison } from '../../src/core/report/comparison.js';
import { toPdf } from '../../src/render/pdf.js';
import { demonstrationMaterial } from '../core/report/material.js';
import { documentOf, HEAT_TABLE, INVENTED, PROFILE, paragraph, tableOf } from './documents.js';
import { fontsOf, infoOf, pagesOf, soundness, structureOf, textOf, unpacked, withoutPdfTools } from './poppler.js';

/** The structure without coordinates, object numbers and the texts inside pictures, which their sentence replaces. */
const outlineOf = (structure: string): string =>
  structure.replace(/^ +(\/Placement|\/BBox|Object).*\n/gm, '').replace(/^( *)Figure:\n(\1 +".*"\n)?/gm, '$1Figure\n');

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('a country profile as PDF', () => {
  it('is the same to the last byte when it is written again', async () => {
    expect((await toPdf(PROFILE)).equals(await toPdf(structuredClone(PROFILE)))).toBe(true);
  });

  it('weighs less than 100 kB', async () => {
    expect((await toPdf(PROFILE)).length).toBeLessThan(100_000);
  });

  it('refuses text that no file can carry, and names the character', async () => {
    await expect(toPdf(documentOf([paragraph('a\u0000b')]))).rejects.toThrow(/U\+0000/);
    await expect(toPdf(documentOf([paragraph('half \uD83D')]))).rejects.toThrow(/U\+D83D/);
  });
});

describe.skipIf(withoutPdfTools)('a PDF as other programs read it (skipped: poppler or qpdf is not installed)', () => {
  it('is sound', async () => {
    expect(soundness(await toPdf(PROFILE))).toContain('No syntax or stream encoding errors');
    expect(soundness(await toPdf(documentOf([HEAT_TABLE])))).toContain('No syntax or stream encoding errors');
  });

  it('keeps the chart of eight countries under its heading, on the first page', async () => {
    const eight = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAI'];
    const [first = ''] = pagesOf(await toPdf(comparison(await demonstrationMaterial(), eight)));
    expect(first).toContain('The widest gaps lie in');
    expect(first).toMatch(/1\.1 +Open-by-default policy/);
  });

  it('has title, language, date of the edition and tags', async () => {
    const pdf = await toPdf(PROFILE);
    const info = infoOf(pdf);
    expect(info).toContain('Title:           Arvandia ranks third');
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: .*Mar +1 .*2024/);
    expect(info).toMatch(/PDF version: +1\.7/);
    const inside = unpacked(pdf);
    expect(inside).toContain('/Lang (en)');
    expect(inside).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(inside).toContain('/DisplayDocTitle true');
  });

  it('embeds its fonts', async () => {
    const fonts = fontsOf(await toPdf(PROFILE))
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/IBMPlexSans-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it('is read aloud in order: headings, figures with their sentence, tables with scopes', async () => {
    expect(outlineOf(structureOf(await toPdf(PROFILE)))).toMatchSnapshot();
  });

  it('shows source, edition and page number on every page', async () => {
    const pages = pagesOf(await toPdf(PROFILE));
    expect(pages.length).toBe(2);
    pages.forEach((page, i) => {
      expect(page).toContain('Orchard Index 2024');
      expect(page).toContain('Source: Orchard Board');
      expect(words(page)).toMatch(new RegExp(`${i + 1} ?/ ?2`));
    });
  });

  it('shows on every page that all is invented', async () => {
    const pages = pagesOf(await toPdf(INVENTED));
    for (const page of pages) expect(words(page)).toContain('All answers and countries here are invented');
  });

  it('has a sentence for every picture', async () => {
    const inside = unpacked(await toPdf(PROFILE));
    expect(inside).toContain('/Alt (Arvandia lies above the mean on eight of nine sub-pillars.)');
    expect(inside.match(/\/S \/Figure/g)).toHaveLength(inside.match(/\/Alt \(/g)?.length ?? 0);
  });

  it('has bookmarks of its headings', async () => {
    const inside = unpacked(await toPdf(PROFILE));
    for (const title of ['How 0.79 comes about', 'All scores in one table', 'What lifts Arvandia']) {
      expect(inside).toContain(`/Title (${title})`);
    }
  });

  it('marks figures as published or recomputed and says what the marks mean', async () => {
    const text = words(textOf(await toPdf(PROFILE)));
    expect(text).toMatch(/Open-by-default policy 0\.97 ?•/);
    expect(text).toMatch(/Availability 0\.64 ?°/);
    expect(text).toMatch(/• ?published ?° ?recomputed/);
  });

  it('says why a figure is missing', async () => {
    const text = words(textOf(await toPdf(PROFILE)));
    expect(text).toMatch(/3\.3 Monitoring impact – ?a/);
    expect(text).toContain('a not answered');
  });

  it('leads to addresses of the web, and never to a script or a page of the site', async () => {
    const text = [
      { text: 'one', href: 'https://example.org/a' },
      { text: 'two', href: 'javascript:alert(1)' },
      { text: 'three', href: '/editions' },
    ];
    const inside = unpacked(await toPdf(documentOf([{ kind: 'paragraph', text }])));
    expect(inside).toContain('/URI (https://example.org/a)');
    expect(inside.match(/\/Subtype \/Link/g)).toHaveLength(1);
    expect(inside).not.toContain('javascript');
  });
});

describe.skipIf(withoutPdfTools)('tables in a PDF (skipped: poppler or qpdf is not installed)', () => {
  const long = tableOf([
    ['Country', 'Score'],
    ...Array.from({ length: 200 }, (_, i) => [`Country ${i + 1}`, `0.${100 + i}`]),
  ]);

  it('go on over pages, with heads on each and no row lost', async () => {
    const pdf = await toPdf(documentOf([long]));
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(words(page)).toContain('Country Score');
    const text = words(pages.join(' '));
    for (let i = 1; i <= 200; i++) expect(text).toContain(`Country ${i} 0.${99 + i}`);
    expect(structureOf(pdf).match(/"Score"/g)).toHaveLength(1);
  });

  it('break a cell that is taller than a page between its lines', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => `word${i}`);
    const pdf = await toPdf(
      documentOf([
        tableOf([
          ['Question', 'Answer'],
          ['What?', many.join(' ')],
        ]),
      ]),
    );
    expect(pagesOf(pdf).length).toBeGreaterThan(1);
    const text = structureOf(pdf);
    for (const word of [many[0], many[700], many[1499]]) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('wrap a word that is wider than its column, and keep all of it', async () => {
    const address = `https://example.org/${'a-very-long-path/'.repeat(30)}end`;
    const pdf = await toPdf(
      documentOf([
        tableOf([
          ['Evidence', 'Year'],
          [address, '2024'],
        ]),
        paragraph(address),
      ]),
    );
    expect(structureOf(pdf).replace(/\s/g, '').split(address)).toHaveLength(3);
  });

  it('may be empty', async () => {
    const pdf = await toPdf(documentOf([tableOf([['Country', 'Score']])]));
    expect(words(textOf(pdf))).toContain('Country Score');
    expect(soundness(pdf)).toContain('No syntax');
  });

  it('shade what is measured and give the reason for a withheld row', async () => {
    const pdf = await toPdf(documentOf([{ kind: 'heading', level: 2, id: 'heat', text: 'Every country' }, HEAT_TABLE]));
    const text = words(textOf(pdf));
    expect(text).toContain('Country number 40');
    expect(text).toContain('a answers not validated by the closing date');
  });

  it('lie on their page when there are too many columns for an upright one', async () => {
    const titles = Array.from({ length: 16 }, (_, i) => `Measurement ${i}`);
    const pdf = await toPdf(documentOf([tableOf([titles, titles.map((_, i) => String(i))])]));
    expect(unpacked(pdf)).toMatch(/\/MediaBox \[\s*0\s+0\s+841\.89\s+595\.28/);
  });
});

describe.skipIf(withoutPdfTools)('naughty strings in a PDF (skipped: poppler or qpdf is not installed)', () => {
  it.each([
    ['markup', '<script>alert("1")</script> & <b>bold</b> ]]>'],
    ['PDF operators', '(a) Tj ET Q \\) endstream endobj'],
    ['accents, Greek and Cyrillic', 'Ünïcödé Łódź Ελλάδα Україна Türkiye'],
    ['a very long word', 'x'.repeat(500)],
  ])('%s comes out as it went in', async (_name, text) => {
    const pdf = await toPdf(documentOf([paragraph(text)], { title: text }));
    expect(soundness(pdf)).toContain('No syntax');
    expect(structureOf(pdf).normalize('NFC').replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
  });

  it.each([
    ['Arabic', 'مرحبا'],
    ['Chinese', '社會科學院'],
    ['emoji', '👩‍👩‍👧'],
    ['a replacement in the middle', 'before 語 after'],
    ['control characters', 'a\u0001b\u000Bc\uFFFEd'],
    ['combining marks', 'Z\u0351a\u0306'],
    ['unseen joiners and soft hyphens', 'zero\u200Bwidth soft\u00ADhyphen'],
  ])('%s is found where the font has no signs for it', async (_name, text) => {
    const pdf = await toPdf(documentOf([paragraph(`At the start: ${text}`)]));
    expect(unpacked(pdf)).toContain(
      `<${Buffer.from(`\uFEFFAt the start: ${text}`, 'utf16le').swap16().toString('hex')}>`,
    );
    expect(soundness(pdf)).toContain('No syntax');
  });

  it('a title with markup leaves the metadata well-formed', async () => {
    const inside = unpacked(await toPdf(documentOf([], { title: 'A < B & C' })));
    expect(inside).toContain('A &lt; B &amp; C');
    expect(infoOf(await toPdf(documentOf([], { title: 'A < B & C' })))).toContain('A < B & C');
  });
});
