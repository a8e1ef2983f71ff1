/** Each role of Demonstration 2026 on its main path: the desk, and from there to what the role is for; readable for everybody. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, expectKind, type House, openFolds, openHouse, signInAs, visit } from './house.js';

const HERE = '/editions/demonstration-2026';
const PATHS = {
  contributor: [`${HERE}/countries/XAA/answers/portal`, `${HERE}/countries/XAA/answers/strategy`],
  signatory: [`${HERE}/countries/XAG/answers/sign-off`, `${HERE}/countries/XAG/answers/checks`],
  validator: ['/desk/editions/demonstration-2026/board', '/desk/editions/demonstration-2026/submissions/XAC'],
  reader: [HERE, '/account'],
  secretariat: [
    '/desk/editions/demonstration-2026/publish',
    '/editions/demonstration-2026/robustness/run',
    '/desk/accounts',
    '/desk/outbox',
  ],
} as const;

describe.skipIf(!canBrowse)('each role (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  for (const [role, paths] of Object.entries(PATHS)) {
    for (const width of [1280, 390] as const) {
      it(`finds its pages at ${width} px: ${role}`, async () => {
        const { page, context, faults } = await visit(house, { width });
        await signInAs(page, house, role);
        await expectKind(page);
        for (const path of paths) {
          expect((await page.goto(house.address + path))?.status(), path).toBe(200);
          await openFolds(page);
          await expectKind(page);
        }
        expect(faults).toEqual([]);
        await context.close();
      }, 60_000);
    }
  }

  it('lets a contributor write in the sections that are hers, and read the others', async () => {
    const { page, context } = await visit(house);
    await signInAs(page, house, 'contributor');
    await page.goto(`${house.address}${HERE}/countries/XAA/answers/portal`);
    expect(await fieldsOn(page)).toBeGreaterThan(0);
    await page.goto(`${house.address}${HERE}/countries/XAA/answers/strategy`);
    expect(await fieldsOn(page)).toBe(0);
    await context.close();
  });

  it('lets the signatory of a country sign off what was validated', async () => {
    const { page, context } = await visit(house, { width: 390, javaScript: false });
    await signInAs(page, house, 'signatory');
    await page.getByRole('link', { name: 'Read and sign off' }).first().click();
    await page.getByRole('main').getByRole('button', { name: 'Sign off these answers' }).click();
    expect(await page.getByRole('main').textContent()).toContain('Your country stands by these answers');
    await context.close();
  });
});

const fieldsOn = (page: Page): Promise<number> => page.locator('main [data-point] input').count();
