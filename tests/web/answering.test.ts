/** The questionnaire as plain forms, without a script: every type of question, what comes back, and who is told what. */
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';
import { Form } from './form.js';

let world: World;
let app: Express;
beforeAll(async () => {
  world = await aWorld();
  app = makeApp(world);
});
afterAll(() => world.store.close());

const ALL = (country: string) => `/editions/every-type/countries/${country}/answers/s1`;
const open = async (address: string): Promise<Form> => Form.in((await request(app).get(address).expect(200)).text);
const send = (address: string, form: Form) =>
  request(app).post(address).set('Sec-Fetch-Site', 'same-origin').type('form').send(form.body());
const answersOf = async (edition: string, country: string) => (await world.store.submission(edition, country)).answers;

/** Strings that have broken forms, files and databases elsewhere. */
const NAUGHTY = [
  `'"><script>alert(1)</script>`,
  `<img src=x onerror=alert(1)>`,
  `Robert'); drop table answer;--`,
  `=cmd|' /C calc'!A0`,
  '<%= process.env %> <%- 7*7 %> $' + '{7*7} {{7*7}} {0} {count, plural, other {#}}',
  'Ω≈ç√∫˜µ ÅÍÎÏ 田中さん ﷽ الكل في المجمو عة 👩‍👩‍👧‍👦 Z͑ͫ̓',
  '&amp; &lt; &#x27; %27 %00 \\u0000 \\ / // \' " `',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'true',
  '0',
  '-1',
  '1e309',
];

describe('a form', () => {
  it('takes every type of question and shows again what was saved', async () => {
    const form = await open(ALL('XAA'));
    for (const [name, value] of Object.entries({
      yes: 'yes',
      why: 'Because.',
      must: 'some',
      often: 'never',
      much: 'all',
      one: 'b',
      rated: 'green',
      scaled: '7',
      count: '12',
      day: '2016-03-31',
      short: 'Short.',
      long: 'First line.\r\nSecond line.',
      'grid/first': 'yes',
      'grid/second': 'no',
      'table/left/open': 'yes',
      'table/left/size': '3.5',
      'table/right/open': 'no',
    }))
      form.set(name, value);
    form.set('many', 'a', 'b');
    form.set('links', 'https://a.example/1\r\nhttps://b.example/2');
    const saved = await send(ALL('XAA'), form);
    expect(saved.status).toBe(303);
    expect(saved.headers.location).toBe(`${ALL('XAA')}?saved`);
    expect(await answersOf('every-type', 'XAA')).toMatchObject({
      yes: { value: 'yes' },
      why: { value: 'Because.' },
      must: { value: 'some' },
      scaled: { value: 7 },
      count: { value: 12 },
      many: { value: ['a', 'b'] },
      links: { value: ['https://a.example/1', 'https://b.example/2'] },
      'grid/second': { value: 'no' },
      'table/left/size': { value: 3.5 },
    });
    const again = await open(ALL('XAA'));
    for (const name of form.names().filter((one) => !['revision', 'point', 'then'].includes(one))) {
      expect(again.get(name).filter(isFilled).map(plainLines), name).toEqual(
        form.get(name).filter(isFilled).map(plainLines),
      );
    }
  });

  it('saves nothing anew when nothing was changed', async () => {
    const form = await open(ALL('XAA'));
    const { revision } = await world.store.submission('every-type', 'XAA');
    const saved = await send(ALL('XAA'), form);
    expect(saved.headers.location).toBe(ALL('XAA'));
    expect((await world.store.submission('every-type', 'XAA')).revision).toBe(revision);
  });

  it('takes “we do not know” apart from the choices, and takes an answer back', async () => {
    const form = await open(ALL('XAB'));
    form.set('must', ':not-known');
    form.set('many:status', 'not-known');
    form.set('often', 'never');
    await send(ALL('XAB'), form).expect(303);
    expect(await answersOf('every-type', 'XAB')).toEqual({
      must: { missing: 'not-known' },
      many: { missing: 'not-known' },
      often: { value: 'never' },
    });
    const again = await open(ALL('XAB'));
    expect(again.get('must')).toEqual([':not-known']);
    again.set('often', '');
    await send(ALL('XAB'), again).expect(303);
    expect(await answersOf('every-type', 'XAB')).not.toHaveProperty('often');
  });

  it('names a statement as the form names it where it cannot stand', async () => {
    const form = await open(ALL('XAB'));
    form.set('many', 'a');
    form.set('many:status', 'not-known');
    form.set('one', ':not-applicable');
    const refused = await send(ALL('XAB'), form).expect(422);
    expect(refused.text).toContain('give either an answer or the statement “We do not know”, not both');
    expect(refused.text).toContain('“Does not apply to us” is not accepted here');
  });

  it('hides what is not asked and shows it once its condition holds', async () => {
    const hidden = /<section class="follow" id="why" data-question="why" hidden/;
    expect((await request(app).get(ALL('XAC'))).text).toMatch(hidden);
    const form = await open(ALL('XAC'));
    form.set('yes', 'yes');
    await send(ALL('XAC'), form);
    expect((await request(app).get(ALL('XAC'))).text).not.toMatch(hidden);
  });

  it('leaves alone what was not on the page', async () => {
    await send(
      ALL('XAA'),
      new Form([
        ['revision', '1'],
        ['point', 'yes'],
        ['yes', 'yes'],
        ['one', 'a'],
      ]),
    ).expect(303);
    expect(await answersOf('every-type', 'XAA')).toMatchObject({ one: { value: 'b' }, count: { value: 12 } });
  });

  it('comes back with what was typed and what is wrong, and keeps the good entries', async () => {
    const address = '/editions/tiny/countries/XAB/answers/access';
    const form = await open(address);
    form.set('q3', 'yes');
    form.set('q3b', 'about "a hundred"');
    form.set('q4', 'not an address');
    const answer = await send(address, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('2 answers could not be saved');
    expect(answer.text).toContain('href="#f-q3b"');
    expect(answer.text).toContain('id="f-q3b-error"');
    const again = Form.in(answer.text);
    expect(again.get('q3b')).toEqual(['about "a hundred"']);
    expect(again.get('q4')).toEqual(['not an address', '']);
    expect(again.get('revision')).toEqual(['1']);
    expect(await answersOf('tiny', 'XAB')).toEqual({ q3: { value: 'yes' } });
    again.set('q3b', '100');
    again.set('q4', 'no');
    await send(address, again).expect(303);
    expect(await answersOf('tiny', 'XAB')).toMatchObject({ q3b: { value: 100 }, q4: { value: ['no'] } });
  });

  it('that somebody overtook comes back with both values, and may then be saved', async () => {
    const address = '/editions/tiny/countries/XAC/answers/access';
    const [mine, theirs] = [await open(address), await open(address)];
    theirs.set('q6', 'what a colleague wrote');
    await send(address, theirs).expect(303);
    mine.set('q6', 'what I wrote');
    const answer = await send(address, mine);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('what a colleague wrote');
    expect(answer.text).toContain('One answer differs');
    const again = Form.in(answer.text);
    expect(again.get('q6')).toEqual(['what I wrote']);
    await send(address, again).expect(303);
    expect(await answersOf('tiny', 'XAC')).toMatchObject({ q6: { value: 'what I wrote' } });
  });

  it('without a revision, or with nonsense for one, overwrites nothing', async () => {
    for (const revision of [[], [['revision', '']], [['revision', '1e3']], [['revision', '-1']]] as [
      string,
      string,
    ][][]) {
      const answer = await send(ALL('XAA'), new Form([...revision, ['point', 'one'], ['one', 'a']]));
      expect(answer.status).toBe(409);
    }
    expect(await answersOf('every-type', 'XAA')).toMatchObject({ one: { value: 'b' } });
  });

  it('says so when the disk could not be written to, and keeps what was typed', async () => {
    const full = {
      ...world.store,
      commit: async () => ({ ok: false, problems: [{ code: 'store-cannot-write' }] }) as const,
    };
    const broken = makeApp({ ...world, store: full });
    const form = await open(ALL('XAA'));
    form.set('short', 'typed in vain');
    const answer = await request(broken)
      .post(ALL('XAA'))
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send(form.body());
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('Nothing was saved');
    expect(Form.in(answer.text).get('short')).toEqual(['typed in vain']);
  });

  it('leads on to the next section when asked to', async () => {
    const form = await open(ALL('XAA'));
    form.set('then', 'next');
    form.set('one', 'a');
    const saved = await send(ALL('XAA'), form);
    expect(saved.headers.location).toBe('/editions/every-type/countries/XAA/answers/last?saved');
  });

  it('shows how the score moved, and where to see it', async () => {
    const address = '/editions/demonstration-2024/countries/XAA/answers/portal';
    const form = await open(address);
    form.set('q66', 'no');
    const saved = await send(address, form).expect(303);
    const { text } = await request(app).get(saved.headers.location ?? '');
    expect(text).toMatch(/The score moved from 0\.\d\d to 0\.\d\d\./);
    expect(text).toContain('/editions/demonstration-2024/countries/XAA.pdf');
    const moved = /from (0\.\d\d) to (0\.\d\d)/.exec(text);
    const profile = await request(app).get('/editions/demonstration-2024/countries/XAA');
    expect(profile.text).toContain(`>${moved?.[2]}</a>`);
  });
});

describe('naughty strings', () => {
  it.each(NAUGHTY)('come back as they were given, in form, report, JSON and CSV: %s', async (string) => {
    const address = '/editions/tiny/countries/XAA/answers/access';
    const form = await open(address);
    form.set('q6', string);
    await send(address, form);
    expect(await answersOf('tiny', 'XAA')).toMatchObject({ q6: { value: string } });
    const page = await request(app).get(address);
    expect(Form.in(page.text).get('q6')).toEqual([string]);
    expect(page.text).not.toContain('<script>alert');
    const filled = '/editions/tiny/countries/XAA/questionnaire';
    expect((await request(app).get(filled)).text).not.toMatch(/<script>alert|<img src=x/);
    expect(JSON.stringify((await request(app).get(`${filled}.json`)).body)).toContain(
      JSON.stringify(string).slice(1, -1),
    );
    expect((await request(app).get(`${filled}.csv`)).status).toBe(200);
    expect((await request(app).get(`${filled}.pdf`)).status).toBe(200);
  });
});

const isFilled = (text: string): boolean => text !== '';
const plainLines = (text: string): string => text.replaceAll('\r\n', '\n');
