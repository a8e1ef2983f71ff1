/**
 * The package-free core runs in a browser as compiled, under the policy the server really sends: every module of survey,
 * scoring and statistics loads, and the engine gives the same index there as here.
 */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeIndex } from '../../src/core/scoring/compute-index.js';
import { outlineOf } from '../../src/core/survey/outline.js';
import { canBrowse, type House, openHouse, visit } from '../browser/house.js';
import { tinyAnswers, tinyFramework, tinyMethod, tinyQuestionnaire } from '../fixtures/tiny-survey.js';

const modules = ['survey', 'scoring', 'statistics'].flatMap((room) =>
  readdirSync(`src/core/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name.replace(/\.ts$/, '.js')}`),
);

describe.skipIf(!canBrowse)('the core in a real browser (skipped where there is no Chromium)', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it('loads every module under the real Content-Security-Policy and computes there', async () => {
    const { page, context, faults } = await visit(house);
    const answer = await page.goto(`${house.address}/editions/demonstration-2024/countries/XAA/answers/portal`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-');
    const build = /\/assets\/([^/]+)\//.exec((await answer?.text()) ?? '')?.[1];
    const base = `/assets/${build}/core/`;
    const load = `Promise.all(${JSON.stringify([...modules, 'problem.js'])}.map((name) => import('${base}' + name)))`;
    expect(await page.evaluate(`${load}.then((all) => all.length)`)).toBe(modules.length + 1);

    const survey = {
      questionnaire: tinyQuestionnaire,
      framework: tinyFramework,
      method: tinyMethod,
      answers: Object.fromEntries(tinyAnswers),
    };
    const compute = `(async (survey) => {
      const { outlineOf } = await import('${base}survey/outline.js');
      const { computeIndex } = await import('${base}scoring/compute-index.js');
      const answers = new Map(Object.entries(survey.answers));
      const { framework, method } = survey;
      return computeIndex({ framework, method, outline: outlineOf(survey.questionnaire), countries: [...answers.keys()], answers, given: [], groups: [] });
    })(${JSON.stringify(survey)})`;
    const here = computeIndex({
      framework: tinyFramework,
      method: tinyMethod,
      outline: outlineOf(tinyQuestionnaire),
      countries: [...tinyAnswers.keys()],
      answers: tinyAnswers,
      given: [],
      groups: [],
    });
    expect(here.ok).toBe(true);
    expect(await page.evaluate(compute)).toEqual(here);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('refuses a script that is not ours', async () => {
    const { page, context } = await visit(house);
    await page.goto(house.address);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      return 'intruder' in window;
    });
    expect(ran).toBe(false);
    await context.close();
  });
});
