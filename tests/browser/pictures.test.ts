/**
 * Takes the pictures of docs/images from the running house, so that nobody keeps them by hand: `npm run pictures`.
 * Skipped in an ordinary run: pictures change when the look does, and are looked at before they are committed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type House, openHouse, signInAs, visit } from './house.js';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

const PAGES = {
  overview: '/editions/ourdata-2023',
  country: '/editions/ourdata-2023/countries/KOR',
  compare: '/editions/ourdata-2023/compare?countries=KOR,FRA,POL',
  answers: '/editions/demonstration-2024/countries/XAC/answers/portal',
  explain: '/editions/demonstration-2024/countries/XAC/explain/1.1',
  coherence: '/editions/ourdata-2023/coherence',
  robustness: '/editions/ourdata-2023/robustness#intervals',
  methods: '/editions/ourdata-2023/methods?variants=ranks,geometric-mean',
};
const COUNTRY = '/editions/demonstration-2026/countries';
/** Pages for one role, by the part of the address before the @ with which the demonstration lets it in. */
const SIGNED_IN = {
  delegate: {
    'guide-desk': '/desk',
    'guide-section': `${COUNTRY}/XAA/answers/inventories`,
    'guide-checks': `${COUNTRY}/XAA/answers/checks`,
  },
  signatory: { 'guide-receipt': `${COUNTRY}/XAG/answers/checks` },
  secretariat: {
    board: '/desk/editions/demonstration-2026/board',
    reading: '/desk/editions/demonstration-2026/submissions/XAE',
  },
} as const;

const WIDTHS = { 1280: 900, 390: 844 } as const;

describe.skipIf(!process.env.ALIDADE_PICTURES)('The pictures of the documentation', () => {
  it('are taken from the running house', { timeout: 300_000 }, async () => {
    const house = await openHouse('ourdata-2023');
    try {
      await pictures(house, PAGES);
      for (const [role, pages] of Object.entries(SIGNED_IN)) await pictures(house, pages, role);
      await pictureOfPdf(`${house.address}/editions/ourdata-2023/countries/KOR.pdf`);
    } finally {
      await house.close();
    }
  });
});

/** What a visitor, or somebody of a role, sees first of each page, on a desk and on a phone. */
async function pictures(house: House, pages: Readonly<Record<string, string>>, role?: string): Promise<void> {
  for (const width of [1280, 390] as const) {
    const { page, context } = await visit(house, { width });
    await page.setViewportSize({ width, height: WIDTHS[width] });
    if (role !== undefined) await signInAs(page, house, role);
    for (const [name, path] of Object.entries(pages)) {
      expect((await page.goto(house.address + path))?.status(), path).toBe(200);
      await page.screenshot({ path: join(images, `${name}-${width}.png`) });
    }
    await context.close();
  }
}

/** The first page of a PDF, at a width that reads beside the other pictures. */
async function pictureOfPdf(address: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-pictures-'));
  writeFileSync(join(folder, 'country.pdf'), Buffer.from(await (await fetch(address)).arrayBuffer()));
  execFileSync('pdftoppm', [
    '-png',
    '-singlefile',
    '-scale-to-x',
    '1000',
    '-scale-to-y',
    '-1',
    join(folder, 'country.pdf'),
    join(folder, 'country'),
  ]);
  renameSync(join(folder, 'country.png'), join(images, 'country-pdf.png'));
  rmSync(folder, { recursive: true });
}
