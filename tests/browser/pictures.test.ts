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
import { openHouse, visit } from './house.js';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

const PAGES = {
  overview: '/editions/ourdata-2023',
  country: '/editions/ourdata-2023/countries/KOR',
  compare: '/editions/ourdata-2023/compare?countries=KOR,FRA,POL',
  answers: '/editions/demonstration-2024/countries/XAC/answers/portal',
  explain: '/editions/demonstration-2024/countries/XAC/explain/1.1',
};
const WIDTHS = { 1280: 900, 390: 844 } as const;

describe.skipIf(!process.env.ALIDADE_PICTURES)('The pictures of the documentation', () => {
  it('are taken from the running house', { timeout: 300_000 }, async () => {
    const house = await openHouse();
    try {
      for (const [name, path] of Object.entries(PAGES)) {
        for (const width of [1280, 390] as const) {
          const { page, context } = await visit(house, { width });
          await page.setViewportSize({ width, height: WIDTHS[width] });
          expect((await page.goto(house.address + path))?.status()).toBe(200);
          await page.screenshot({ path: join(images, `${name}-${width}.png`) });
          await context.close();
        }
      }
      await pictureOfPdf(`${house.address}/editions/ourdata-2023/countries/KOR.pdf`);
    } finally {
      await house.close();
    }
  });
});

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
