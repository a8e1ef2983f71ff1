/** A reader's main path in a real browser: from the home page to a figure's account of itself, on a desk and on a phone, by day and by night. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, expectKind, type House, openFolds, openHouse, visit } from './house.js';

const PAGES = [
  '/',
  '/editions/ourdata-2023',
  '/editions/ourdata-2023/countries',
  '/editions/ourdata-2023/countries/POL',
  '/editions/ourdata-2023/countries/POL/explain/index',
  '/editions/ourdata-2023/compare?countries=KOR,FRA,POL',
  '/editions/ourdata-2023/compare',
  '/editions/ourdata-2023/methodology',
  '/editions/ourdata-2017',
  '/editions/ourdata-2017/countries/BEL',
  '/editions/ourdata-2017/coherence',
  '/editions/ourdata-2017/robustness',
  '/editions/ourdata-2017/countries',
  '/editions/ourdata-2017/compare?countries=JPN,AUT,KOR,TUR,FRA,GBR,COL,DNK',
  '/editions/ourdata-2017/countries/JPN/explain/index',
  // Nothing has been put to the test there yet.
  '/editions/ourdata-2023/robustness',
  '/editions/demonstration-2024',
  '/editions/demonstration-2024/countries/XAA',
  '/editions/demonstration-2024/countries/XAH',
  '/editions/demonstration-2024/countries/XAW',
  '/editions/demonstration-2024/countries/XAA/explain/1.1',
  '/editions/demonstration-2024/compare?countries=XAA,XAF,XAR,XAV,XAH',
  '/editions/demonstration-2024/methodology',
  '/editions/demonstration-2024/questionnaire',
  '/editions/demonstration-2024/countries/XAA/questionnaire',
  '/editions/nowhere-1900',
];

describe.skipIf(!canBrowse)('a reader with a browser (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('ourdata-2017');
  });
  afterAll(() => house?.close());

  for (const how of [
    { width: 1280 },
    { width: 390 },
    { width: 1280, dark: true },
    { width: 390, dark: true },
  ] as const) {
    it(`finds every page readable at ${how.width} px${'dark' in how ? ' in the dark' : ''}: axe has nothing to say, nothing scrolls sideways`, async () => {
      const { page, context, faults } = await visit(house, how);
      for (const path of PAGES) {
        await page.goto(house.address + path);
        await openFolds(page);
        await expectKind(page);
      }
      expect(faults).toEqual([]);
      await context.close();
    }, 240_000);
  }

  it('finds the coherence of 140 indicators readable on a phone, its long tables folded', async () => {
    const { page, context, faults } = await visit(house, { width: 390 });
    await page.goto(`${house.address}/editions/demonstration-2024/coherence`);
    await expectKind(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it('walks from the home page to Poland, and from its score down to the sub-pillars', async () => {
    const { page, context, faults } = await visit(house);
    await page.goto(house.address);
    await page.getByRole('link', { name: 'OURdata Index 2023', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Korea leads');
    await page.getByRole('navigation', { name: 'This edition' }).getByRole('link', { name: 'Countries' }).click();
    await page.getByRole('link', { name: 'Poland', exact: true }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Poland ranks 3rd of 40');
    await page.getByRole('link', { name: '0.79' }).first().click();
    expect(page.url()).toContain('/countries/POL/explain/index');
    expect(await page.textContent('main')).toContain('Availability');
    await page
      .getByRole('link', { name: /Availability/ })
      .first()
      .click();
    expect(page.url()).toContain('/explain/1');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has the country note as a PDF from the page', async () => {
    const { page, context } = await visit(house);
    await page.goto(`${house.address}/editions/ourdata-2023/countries/POL`);
    const href = await page.getByRole('link', { name: /PDF/ }).first().getAttribute('href');
    const file = await page.request.get(new URL(href ?? '', house.address).href);
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });

  it('puts countries side by side without JavaScript', async () => {
    const { page, context } = await visit(house, { javaScript: false });
    await page.goto(`${house.address}/editions/ourdata-2023/compare`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBeTruthy();
    await page.goto(`${house.address}/editions/ourdata-2023/compare?countries=KOR`);
    expect(await page.textContent('main')).toMatch(/two|2/);
    await page.goto(`${house.address}/editions/ourdata-2023/compare?countries=KOR,FRA,POL`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Korea');
    await context.close();
  });

  it('reaches all of a page by keyboard, beginning with the link past the header', async () => {
    const { page, context } = await visit(house);
    await page.goto(`${house.address}/editions/ourdata-2023`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/, { timeout: 10_000 });
    await context.close();
  });
});
