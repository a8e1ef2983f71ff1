/** The secretariat's main path in a real browser: make an edition, choose countries, invite, open, see the board; return and adjust. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, expectKind, type House, openFolds, openHouse, signInAs, visit } from './house.js';

describe.skipIf(!canBrowse)('the secretariat (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    it(`makes an edition, chooses countries, invites, opens and sees the board, ${how} JavaScript`, async () => {
      const { page, context, faults } = await visit(house, { javaScript, width: javaScript ? 1280 : 390 });
      // axe is itself a script.
      const lookAt = async (): Promise<void> => {
        if (!javaScript) return;
        await openFolds(page);
        await expectKind(page);
      };
      await signInAs(page, house, 'secretariat');
      await page.getByRole('link', { name: 'New edition' }).click();
      await press(page, 'Make the edition');
      expect(await page.locator('#faults').textContent()).toContain('choose what is asked and measured');
      await lookAt();
      await page.locator('input[name="definition"]').first().check();
      await page.locator('#title').fill(`Index ${how} scripts`);
      await page.locator('#id').fill(`index-${how}`);
      await page.locator('#series').fill('Index');
      await page.locator('#year').fill('2026');
      await press(page, 'Make the edition');
      await lookAt();
      expect(await page.locator('main').textContent()).toContain('choose at least one country');
      await page.locator('textarea#countries').fill('Poland\nKorea\nAtlantis');
      await press(page, 'Save the countries');
      expect(await page.locator('textarea#countries').inputValue()).toBe('Poland\nKorea\nAtlantis');
      await page.locator('textarea#countries').fill('Poland\nKorea');
      await press(page, 'Save the countries');
      await page.locator('#name').fill('Ada Nowak');
      await page.locator('#email').fill(`ada-${how}@example.org`);
      await page.locator('#role').selectOption('delegate');
      await page.locator('#country').selectOption('POL');
      await press(page, 'Invite');
      expect(await page.locator('.people').textContent()).toContain('Ada Nowak');
      await press(page, 'Open for collection');
      await page.getByRole('link', { name: 'Progress' }).first().click();
      expect(await page.locator('h1').textContent()).toContain('None of 2 countries');
      await lookAt();
      expect(faults).toEqual([]);
      await context.close();
    }, 120_000);
  }

  for (const width of [1280, 390] as const) {
    it(`finds desk, board, settings and a submission readable at ${width} px`, async () => {
      const { page, context, faults } = await visit(house, { width });
      await signInAs(page, house, 'secretariat');
      await expectKind(page);
      for (const path of ['', '/board', `/submissions/${width === 390 ? 'XAG' : 'XAB'}`]) {
        await page.goto(`${house.address}/desk/editions/demonstration-2026${path}`);
        await openFolds(page);
        await expectKind(page);
      }
      expect(faults).toEqual([]);
      await context.close();
    }, 120_000);
  }

  it('adjusts an answer with a reason and returns the submission, without JavaScript', async () => {
    const { page, context } = await visit(house, { javaScript: false });
    await signInAs(page, house, 'secretariat');
    await page.locator('.runs a[href*="/submissions/"]').first().click();
    const adjust = page.locator('.found').first();
    await adjust.locator('summary').click();
    const fields = adjust.locator('details form');
    await fields.locator('input[type="radio"]:not(:checked)').first().check({ force: true });
    await fields.locator('button[value="adjust"]').click();
    expect(await page.locator('#faults').textContent()).toContain('the country reads it');
    await page.locator('.found textarea[aria-invalid]').fill('The document says otherwise.');
    await page.locator('.found:has(textarea[aria-invalid]) button[value="adjust"]').click();
    expect(await page.locator('.found').first().textContent()).toContain('The document says otherwise.');
    await page.getByText('Return to the country').first().click();
    await page.locator('#reason-return').fill('Please look at the first question.');
    await page.locator('button[value="return"]').click();
    expect(await page.locator('h1').textContent()).toContain('Returned');
    expect(await page.locator('blockquote').first().textContent()).toContain('Please look at the first question.');
    await context.close();
  }, 60_000);
});

async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}
