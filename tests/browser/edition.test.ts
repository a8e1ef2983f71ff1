/**
 * An edition from nothing to its publication, in a real browser with four people: the secretariat makes it and invites, a delegate
 * answers all questions and submits, a validator adjusts and validates, a signatory signs off, the secretariat publishes and
 * corrects; and a visitor sees nothing before, and all of it after.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, type House, openHouse, signInAs, visit } from './house.js';

const PASSWORD = 'four people and one index';
const EDITION = '/editions/index-2026';
const DESK = '/desk/editions/index-2026';
const PEOPLE = [
  { name: 'Dana Vell', email: 'dana@xaa.example', role: 'delegate', country: 'XAA' },
  { name: 'Vito Marr', email: 'vito@house.example', role: 'validator', country: '' },
  { name: 'Sigrun Ask', email: 'sigrun@xaa.example', role: 'signatory', country: 'XAA' },
] as const;

describe.skipIf(!canBrowse)('an edition (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it('runs from empty to published and corrected by four people', { timeout: 240_000 }, async () => {
    const at = (path: string): string => house.address + path;
    const open = async (): Promise<Page> => (await visit(house, { javaScript: false })).page;
    const [secretariat, delegate, validator, signatory, visitor] = await Promise.all([
      open(),
      open(),
      open(),
      open(),
      open(),
    ]);

    await signInAs(secretariat, house, 'secretariat');
    await makeEdition(secretariat);
    for (const person of PEOPLE) await invite(secretariat, person);
    await press(secretariat, 'Open for collection');

    const links = await linksOf(secretariat, at('/desk/outbox'));
    for (const [nth, page] of [delegate, validator, signatory].entries()) {
      await takeUp(page, links.get(PEOPLE[nth]?.email ?? '') ?? '');
    }

    await expectNothingPublic(visitor, at);
    await delegate.goto(at(`${EDITION}/countries/XAA/answers`));
    await answerAll(delegate);
    await delegate.goto(at(`${EDITION}/countries/XAA/answers/checks`));
    await press(delegate, 'Submit the answers');
    expect(await delegate.getByText('Submitted. A receipt is on its way to you.').count()).toBe(1);

    await validator.goto(at(`${DESK}/submissions/XAA`));
    await press(validator, 'Begin to check');
    await adjustFirst(validator, 'The act of 2014 is in force; see its section 4.');
    await press(validator, 'Validate');
    expect(await validator.getByRole('heading', { level: 1 }).textContent()).toContain('Validated');

    await signatory.goto(at(`${EDITION}/countries/XAA/answers/sign-off`));
    expect(await signatory.getByText('The act of 2014 is in force; see its section 4.').count()).toBe(1);
    await press(signatory, 'Sign off these answers');

    await expectNothingPublic(visitor, at);
    await secretariat.goto(at(DESK));
    await press(secretariat, 'Close the collection');
    await press(secretariat, 'Go to preview');
    await secretariat.goto(at(`${DESK}/publish`));
    await press(secretariat, 'Publish now');
    await expectPublished(visitor, at);

    await secretariat.goto(at(`${DESK}/publish`));
    await secretariat.locator('#note').fill('The name of a group was corrected.');
    await press(secretariat, 'Publish correction 2');
    await visitor.goto(at(EDITION));
    expect(await visitor.getByText('The name of a group was corrected.').count()).toBeGreaterThan(0);
    expect((await visitor.request.get(at(`${EDITION}/releases/1.json`))).status()).toBe(200);
  });
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}

async function makeEdition(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New edition' }).click();
  await page.locator('input[name="definition"][value="ourdata-2017"]').check();
  await page.locator('#title').fill('Index 2026');
  await page.locator('#id').fill('index-2026');
  await page.locator('#series').fill('Index');
  await page.locator('#year').fill('2026');
  await page.getByLabel('Countries and answers are invented').check();
  await press(page, 'Make the edition');
  await page.locator('textarea#countries').fill('XAA\nXAB');
  await press(page, 'Save the countries');
}

async function invite(page: Page, { name, email, role, country }: (typeof PEOPLE)[number]): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(email);
  await page.locator('#role').selectOption(role);
  if (country !== '') await page.locator('#country').selectOption(country);
  await press(page, 'Invite');
  expect(await page.locator('.people').textContent()).toContain(name);
}

/** Without a mail server the messages stand in the outbox: the first link of each, by its receiver. */
async function linksOf(page: Page, address: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  // The post comes round by itself, in its own time.
  await expect
    .poll(
      async () => {
        await page.goto(address);
        for (const letter of await page.locator('.letter').all()) {
          const to = (await letter.locator('p').first().textContent()) ?? '';
          const href = await letter.locator('a[href*="/welcome/"]').first().getAttribute('href', { timeout: 500 });
          const person = PEOPLE.find(({ email }) => to.includes(email));
          if (person !== undefined && href !== null) links.set(person.email, href);
        }
        return links.size;
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(PEOPLE.length);
  return links;
}

async function takeUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await press(page, 'Save and sign in');
  expect(page.url()).toContain('/desk');
}

/** Answers each section until nothing in it is open: always the last choice, which is no, none or never. */
async function answerAll(page: Page): Promise<void> {
  const sections = await page
    .locator('.rail ol a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const section of sections) {
    await page.goto(section);
    // What is answered decides what is asked next on the same page.
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(fillIn);
      await press(page, 'Save');
    }
  }
}

/** Runs in the page. */
function fillIn(): void {
  const isShown = (element: Element): boolean => element.closest('[hidden]') === null;
  for (const point of document.querySelectorAll<HTMLElement>('form#form [data-point]')) {
    if (!isShown(point)) continue;
    const inputs = [...point.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
      ({ name }) => name === point.dataset.point,
    );
    const choices = inputs.filter(
      (one): one is HTMLInputElement =>
        (one.type === 'radio' || one.type === 'checkbox') && one.value !== '' && !one.value.startsWith(':'),
    );
    if (choices.some(({ checked }) => checked)) continue;
    const last = choices.at(-1);
    if (last !== undefined) last.checked = true;
    const [field] = inputs.filter((one) => one.type !== 'radio' && one.type !== 'checkbox');
    if (field !== undefined && last === undefined && field.value === '') {
      field.value = field.type === 'date' ? '2016-05-01' : '0';
    }
  }
}

/** Opens the first answer for adjusting, takes the choice that is not the country's, and says why. */
async function adjustFirst(page: Page, reason: string): Promise<void> {
  const first = page.locator('.found').first();
  await first.locator('summary').click();
  await first.locator('details input[type="radio"]:not(:checked)').first().check({ force: true });
  await first.locator('textarea').last().fill(reason);
  await first.locator('button[value="adjust"]').click();
  await page.waitForLoadState();
  expect(await page.locator('.found').first().textContent()).toContain(reason);
}

async function expectNothingPublic(visitor: Page, at: (path: string) => string): Promise<void> {
  await visitor.goto(at(EDITION));
  expect(await visitor.getByRole('main').textContent()).toContain('Results come later');
  for (const path of ['/countries/XAA', '/countries', '.csv', '/countries/XAA.pdf', '/compare?countries=XAA,XAB']) {
    expect((await visitor.request.get(at(EDITION + path))).status(), path).toBe(404);
  }
}

async function expectPublished(visitor: Page, at: (path: string) => string): Promise<void> {
  await visitor.goto(at(`${EDITION}/countries/XAA`));
  expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toContain('Arvenia');
  await visitor.goto(at(`${EDITION}/countries/XAA/explain/1.1`));
  expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toMatch(/0\.\d\d/);
  const pdf = await visitor.request.get(at(`${EDITION}/countries/XAA.pdf`));
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const csv = await (await visitor.request.get(at(`${EDITION}.csv`))).text();
  expect(csv).toContain('XAB');
}
