/** Every page a reader can reach, in every format, and the pages that help when there is none. */
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';

let world: World;
let app: Express;
beforeAll(async () => {
  world = await aWorld();
  app = makeApp(world);
});
afterAll(() => world.store.close());

const get = (address: string) => request(app).get(address).redirects(0);
const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action|data-outline)="(\/[^"#]*)/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

describe('pages', () => {
  it('all lead only to pages and files that are there, and each is whole', async () => {
    const seen = new Set<string>();
    const due = ['/'];
    for (let address = due.shift(); address !== undefined; address = due.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const answer = await get(address).buffer(true);
      // The desk asks who it is.
      expect(answer.status, address).toBe(address === '/desk' ? 303 : 200);
      if (answer.status === 303) continue;
      if (!answer.type.includes('html')) continue;
      expectWhole(address, answer.text);
      due.push(...linksIn(answer.text).filter((link) => isSample(link)));
    }
    expect(seen.size).toBeGreaterThan(250);
  }, 180_000);

  it('carry the notice that all is invented on every page of an invented edition, and on no other', async () => {
    for (const path of [
      '',
      '/countries',
      '/countries/XAA',
      '/countries/XAA/explain/index',
      '/methodology',
      '/coherence',
      '/robustness',
      '/countries/XAA/answers',
    ]) {
      expect((await get(`/editions/demonstration-2024${path}`)).text, path).toContain('class="notice"');
    }
    expect((await get('/editions/ourdata-2023')).text).not.toContain('class="notice"');
  });

  it('state the finding, the state and the release', async () => {
    const { text } = await get('/editions/ourdata-2023');
    expect(text).toContain('Korea leads');
    expect(text).toContain('Published 14 December 2023');
    expect(text).toMatch(/release ourdata-2023-[0-9a-f]{8}/);
    expect(text).toContain('not drawn as one trend');
  });

  it('lead from every page of an edition to its coherence, whose long tables are folded and whose maps stay as drawn', async () => {
    expect((await get('/editions/ourdata-2017')).text).toContain('href="/editions/ourdata-2017/coherence"');
    const short = (await get('/editions/ourdata-2017/coherence')).text;
    expect(short).toContain('Data made accessible counts for 26.6');
    expect(short.match(/<figure class="as-drawn">/g)).toHaveLength(2);
    expect(short).not.toContain('<summary>Descriptive statistics');
    const long = (await get('/editions/demonstration-2024/coherence')).text;
    expect(long).toContain('<summary>Descriptive statistics of every part: 177 rows</summary>');
  });

  it('tell published figures from recomputed ones', async () => {
    const { text } = await get('/editions/ourdata-2023/countries/POL');
    expect(text).toContain('recomputed 0.76');
    const explained = await get('/editions/ourdata-2023/countries/POL/explain/3');
    expect(explained.text).toContain(
      'The source prints 0.75. Recomputed from the scores below it, the figure is 0.7567.',
    );
  });

  it('tell no answer of a country whose answers do not count', async () => {
    const country = '/editions/demonstration-2024/countries/XAW';
    const account = await get(`${country}/explain/i1.json`);
    expect(account.body).toMatchObject({ node: 'i1', score: null });
    expect(account.text).not.toContain('stated');
    expect((await get(`${country}/explain/index.json`)).text).not.toContain('stated');
    const page = await get(`${country}/explain/i1`);
    expect(page.text).toContain('<blockquote class="stated"><p>answers not validated by the closing date</p>');
    expect((await get(country)).text).toContain('None of the 9 sub-pillars has a score');
    for (const file of ['', '.json']) expect((await get(`${country}${file}`)).text).not.toContain('Answer as stated');
  });

  it('pass no page off as a file', async () => {
    const edition = '/editions/demonstration-2024';
    for (const address of [
      '.svg',
      '/countries.csv',
      '/countries/XAA/answers.json',
      '/countries/XAA/explain/index.pdf',
    ]) {
      const answer = await get(`${edition}${address}`);
      expect(answer.status, address).toBe(404);
      expect(answer.text, address).toContain(`not to be had as ${address.split('.').at(-1)}`);
    }
  });

  it('help where there is none', async () => {
    for (const [address, sentence] of [
      ['/nope', 'There is no page at this address.'],
      ['/editions/nowhere', 'There is no edition “nowhere” here.'],
      ['/editions/ourdata-2023/countries/XAA', '“XAA” does not take part'],
      ['/editions/ourdata-2023/countries/KOR/explain/i1', 'has no score named “i1”'],
      ['/editions/ourdata-2023/charts/nothing.svg', 'no chart “nothing”'],
      ['/editions/ourdata-2023/questionnaire', 'not ours to show'],
      ['/editions/ourdata-2017/countries/KOR/questionnaire', 'answers were never published'],
      ['/editions/demonstration-2024/countries/XAA/answers/nowhere', 'no section “nowhere”'],
      ['/editions/__proto__', 'no edition “__proto__”'],
      ['/editions/ourdata-2023/countries/%3Cscript%3E', '“&lt;script&gt;” does not take part'],
      ['/%E0%A4%A', 'There is no page at this address.'],
    ] as const) {
      const answer = await get(address);
      expect(answer.status, address).toBe(404);
      expect(answer.text, address).toContain(sentence);
      expect(answer.text).toContain('Where to go from here');
    }
  });

  it('keep what went wrong to the log', async () => {
    const broken = {
      ...world,
      store: { ...world.store, submissions: () => Promise.reject(new Error('SELECT secret FROM /var/lib')) },
    };
    const answer = await request(makeApp(broken)).get('/editions/demonstration-2024');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('it is not your doing');
    expect(answer.text).not.toMatch(/SELECT|\/var|at .*\.ts/);
  });

  it('answer whether the house is up', async () => {
    const answer = await get('/health');
    expect(answer.body).toMatchObject({ status: 'ok', editions: world.library.editions.size });
  });
});

/** All pages, but of the many accounts, sections, countries and their files only those of a few. */
function isSample(link: string): boolean {
  if (/\.(pdf|xlsx)/.test(link) && !/POL|XAA|ourdata-2017/.test(link)) return false;
  const country = /\/countries\/([A-Z]{3})/.exec(link)?.[1];
  if (country === undefined) return true;
  if (!['KOR', 'POL', 'XAA', 'XAH', 'XAW'].includes(country)) return false;
  return (
    !link.includes('/explain/') || /\/explain\/(index|[123](\.[1-3])?|1\.1\.a|i1|i18|i21|i70|i96)(\.json)?$/.test(link)
  );
}

function expectWhole(address: string, html: string): void {
  expect(html.match(/<h1[ >]/g), address).toHaveLength(1);
  expect(html, address).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
  expect(html, address).not.toMatch(
    / style="|<style|<script(?![^>]* src=)|javascript:|\[object Object\]|undefined|NaN/,
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    address,
  ).toEqual([]);
}

describe('files', () => {
  const types: Record<string, string> = {
    pdf: 'application/pdf',
    csv: 'text/csv',
    json: 'application/json',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };

  it.each(Object.entries(types))('are to be had as %s, with a name that says what they hold', async (ending, type) => {
    for (const [address, name] of [
      ['/editions/ourdata-2023', 'ourdata-2023'],
      ['/editions/ourdata-2023/countries/KOR', 'ourdata-2023-KOR'],
      ['/editions/ourdata-2023/compare', 'ourdata-2023-'],
      ['/editions/demonstration-2024/methodology', 'demonstration-2024-'],
    ]) {
      const query = address?.endsWith('compare') ? '?countries=KOR,FRA' : '';
      const answer = await get(`${address}.${ending}${query}`).buffer(true);
      expect(answer.status, address).toBe(200);
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="?${name}.*\\.${ending}"?$`),
      );
    }
  });

  it('come from the revision: kept by whoever has it, new once somebody has answered', async () => {
    const address = '/editions/demonstration-2024/countries/XAB.csv';
    const first = await get(address);
    expect((await get(address).set('If-None-Match', first.headers.etag ?? '')).status).toBe(304);
    const { revision } = await world.store.submission('demonstration-2024', 'XAB');
    const subject = { kind: 'submission', edition: 'demonstration-2024', country: 'XAB' } as const;
    const stamp = { subject, by: 'test', at: world.clock(), expecting: revision };
    await world.store.commit([{ kind: 'answer-recorded', key: 'q66', answer: { value: 'no' } }], stamp);
    const later = await get(address).set('If-None-Match', first.headers.etag ?? '');
    expect(later.status).toBe(200);
    expect(later.headers.etag).not.toBe(first.headers.etag);
  });

  it('hold the account of a figure down to the answer, in full precision', async () => {
    const { body } = await get('/editions/ourdata-2023/countries/POL/explain/index.json');
    expect(body).toMatchObject({ country: 'POL', node: 'index', above: [] });
    expect(body.score).toBeCloseTo(0.787778, 6);
    expect(body.children).toHaveLength(3);
  });

  it('are not made of what cannot be one', async () => {
    expect((await get('/editions/ourdata-2023.svg')).status).toBe(404);
    expect((await get('/editions/ourdata-2023.exe')).status).toBe(404);
  });
});

describe('a comparison', () => {
  const compare = (query: string) => get(`/editions/ourdata-2023/compare${query}`);

  it('of no country yet offers the picker', async () => {
    const answer = await compare('');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Choose two to eight countries');
    expect(answer.text).not.toContain('role="alert"');
  });

  it('begun from a profile offers the picker with that country in it', async () => {
    const answer = await compare('?with=KOR');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('name="countries" value="KOR"');
    expect((await compare('?with=ZZZ')).status).toBe(200);
  });

  it.each([
    ['?countries=KOR', 'One country is chosen'],
    ['?countries=KOR,FRA,POL,EST,ESP,IRL,SVN,DNK,SWE', '9 countries are chosen'],
    ['?countries=KOR,KOR,FRA', 'KOR is chosen twice'],
    ['?countries=KOR,ZZZ', '“ZZZ” does not take part'],
    ['?countries=,,%20,', 'No country is chosen yet'],
    ['?countries=KOR,%3Cscript%3E', '“&lt;SCRIPT&gt;” does not take part'],
  ])('of %s says what is amiss and offers the picker', async (query, sentence) => {
    const answer = await compare(query);
    if (!query.startsWith('?countries=,')) {
      expect([400, 404]).toContain(answer.status);
      expect(answer.text).toContain(sentence);
    }
    expect(answer.text).toContain('<form class="pick"');
    const pdf = await get(`/editions/ourdata-2023/compare.pdf${query}`);
    expect([400, 404]).toContain(pdf.status);
  });

  it('takes the form’s fields one by one and leads to the address that can be sent on', async () => {
    const answer = await compare('?countries=KOR&countries=&countries=fra');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/editions/ourdata-2023/compare?countries=KOR,FRA');
  });

  it('leads from each country to the comparison without it', async () => {
    expect((await compare('?countries=KOR,FRA,POL')).text).toContain(
      'href="/editions/ourdata-2023/compare?countries=KOR,POL"',
    );
  });
});
