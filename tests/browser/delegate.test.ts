/** A delegate's main path in a real browser: answer, see what is asked next, save, be told off kindly, and see the score move. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, expectKind, type House, openFolds, openHouse, visit } from './house.js';

const COUNTRY = '/editions/demonstration-2024/countries/XAA';

describe.skipIf(!canBrowse)('a delegate of an invented country (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  for (const how of [{ width: 1280 }, { width: 390 }, { width: 1280, dark: true }] as const) {
    it(`finds every section readable at ${how.width} px${'dark' in how ? ' in the dark' : ''}`, async () => {
      const { page, context, faults } = await visit(house, how);
      await page.goto(`${house.address}${COUNTRY}/answers`);
      await expectKind(page);
      const sections = await page
        .locator(`main a[href*="${COUNTRY}/answers/"]`)
        .evaluateAll((links) => [...new Set(links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))]);
      expect(sections.length).toBeGreaterThanOrEqual(12);
      for (const section of sections) {
        await page.goto(house.address + section);
        await openFolds(page);
        await expectKind(page);
      }
      expect(faults).toEqual([]);
      await context.close();
    }, 240_000);
  }

  for (const javaScript of [true, false]) {
    const country = javaScript ? 'XAE' : 'XAO';
    it(`sees the score move after saving, ${javaScript ? 'with' : 'without'} JavaScript, and it survives a power cut`, async () => {
      const { page, context, faults } = await visit(house, { javaScript });
      const here = `/editions/demonstration-2024/countries/${country}`;
      const before = await indexOf(page, house, here);
      await page.goto(`${house.address}${here}/answers/portal`);
      await choose(page, 'q66', 'no');
      await save(page);
      await page.goto(`${house.address}${here}/answers/portal`);
      expect(await page.locator('[name="q66"][value="no"]').isChecked()).toBe(true);
      const after = await indexOf(page, house, here);
      expect(Number(after)).toBeLessThan(Number(before));
      await house.restart();
      expect(await indexOf(page, house, here)).toBe(after);
      expect(faults.filter((fault) => !/ERR_CONNECTION/.test(fault))).toEqual([]);
      await context.close();
    });
  }

  it('sees follow-ups come and go in place while choosing', async () => {
    const { page, context, faults } = await visit(house);
    await page.goto(`${house.address}/editions/demonstration-2024/countries/XAD/answers/portal`);
    await choose(page, 'q66', 'yes');
    await page.locator('#q66b').waitFor({ state: 'visible' });
    await choose(page, 'q66', 'no');
    await page.locator('#q66b').waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is told what is wrong in the words of the question, and keeps what was typed', async () => {
    const { page, context } = await visit(house);
    await page.goto(`${house.address}${COUNTRY}/answers/portal`);
    await page.locator('[name="q67"]').fill('about two thousand');
    await save(page);
    expect(await page.locator('[name="q67"]').inputValue()).toBe('about two thousand');
    const summary = page.locator('.errors');
    expect(await summary.textContent()).toContain('67');
    await summary.getByRole('link').first().click();
    expect(page.url()).toContain('#');
    await expectKind(page);
    await context.close();
  });

  it('does not overwrite what a colleague saved meanwhile', async () => {
    const one = await visit(house, { javaScript: false });
    const other = await visit(house, { javaScript: false });
    const address = `${house.address}/editions/demonstration-2024/countries/XAG/answers/portal`;
    await one.page.goto(address);
    await other.page.goto(address);
    await one.page.locator('[name="q67"]').fill('111');
    await save(one.page);
    await other.page.locator('[name="q67"]').fill('222');
    await save(other.page);
    const text = (await other.page.textContent('main')) ?? '';
    expect(text).toContain('111');
    expect(await other.page.locator('[name="q67"]').inputValue()).toBe('222');
    await one.page.goto(address);
    expect(await one.page.locator('[name="q67"]').inputValue()).toBe('111');
    await one.context.close();
    await other.context.close();
  });
});

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
}

/** The script first saves what still waits, then sends the form. */
async function save(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Save', exact: true });
  await Promise.all([page.waitForEvent('framenavigated'), button.click()]);
  await page.waitForLoadState();
}

/** The index as the country's page shows it first. */
async function indexOf(page: Page, house: House, country: string): Promise<string> {
  const answer = await page.request.get(`${house.address}${country}.json`);
  const { rows } = (await answer.json()) as { rows: Record<string, string | number | null>[] };
  return String(rows.find((row) => row.node === 'index' && row.country === country.slice(-3))?.score);
}
