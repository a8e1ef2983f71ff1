/** `alidade audit verify`: whoever alters what was written, however small, is told of. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { House } from '../../src/cli/house.js';
import type { Config } from '../../src/config.js';
import { makeWords } from '../../src/core/text/make-words.js';
import type { World } from '../../src/journeys/world.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { oneThreadAnalyst } from '../fixtures/one-thread-analyst.js';
import { aFolder } from '../store/a-folder.js';
import { of, recorded, stamp } from '../store/contract-stamps.js';

const words = makeWords(loadTexts('.'), 'en');
let file = '';
let head = '';

async function opened(folder: string): Promise<Store> {
  const outcome = await openStore(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Twelve countries with five saves of two answers each, an edition and an account: 140 lines and some. */
beforeAll(async () => {
  const folder = aFolder();
  file = join(folder, 'alidade.db');
  const store = await opened(folder);
  for (let save = 0; save < 5; save += 1) {
    for (let country = 0; country < 12; country += 1) {
      const subject = of(`XA${String.fromCharCode(65 + country)}`);
      const changes = [recorded('q1', `answer ${save}`), recorded(`q${save + 2}`, 'whole')];
      await store.commit(changes, stamp(save, { subject }));
    }
  }
  const account = { kind: 'account', account: 'a1' } as const;
  await store.commit([{ kind: 'account-created', email: 'i@xaa.example', name: 'I' }], stamp(0, { subject: account }));
  const verified = await store.verifyLog();
  head = verified.ok ? verified.value.head : '';
  await store.close();
});

/** A folder with a copy of the database on which somebody has run statements past the house. */
function tampered(...statements: readonly string[]): string {
  const folder = aFolder();
  const copy = join(folder, 'alidade.db');
  copyFileSync(file, copy);
  const db = new Database(copy);
  db.exec('drop trigger change_log_no_update; drop trigger change_log_no_delete');
  for (const statement of statements) db.exec(statement);
  db.close();
  return folder;
}

async function audit(folder: string, ...options: readonly string[]) {
  let [out, err] = ['', ''];
  const house: House = {
    config: () => Promise.resolve({ dataFolder: folder } as Config),
    openWorld: async () => ({ world: { store: await opened(folder), words, analyst: oneThreadAnalyst } as World }),
    startWeb: () => Promise.reject(new Error('no server is needed')),
    startPost: () => Promise.reject(new Error('no message leaves')),
    startAnalysing: () => Promise.reject(new Error('nothing is analysed')),
    seed: () => Promise.reject(new Error('nothing is seeded')),
  };
  const shell = {
    ...{ root: '.', cwd: '.', isWatched: false, house },
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  return { code: await runCommandLine(['audit', 'verify', ...options], shell), out, err };
}

const COLUMNS = ['edition', 'country', 'account', 'revision', 'by', 'at', 'change', 'prev', 'hash'];

/** A hundred ways to alter what was written, spread over the whole log. */
const TAMPERINGS: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 60 }, (_, at): [string, string] => {
    const column = COLUMNS[at % COLUMNS.length] ?? '';
    const line = 1 + ((at * 7) % 121);
    return [
      `line ${line} says another ${column}`,
      `update change_log set "${column}" = "${column}" || 'x' where id = ${line}`,
    ];
  }),
  ...Array.from({ length: 20 }, (_, at): [string, string] => [
    `line ${at * 6 + 1} is gone`,
    `delete from change_log where id = ${at * 6 + 1}`,
  ]),
  ...Array.from({ length: 6 }, (_, at): [string, string] => [
    `lines ${at * 9 + 1} and ${at * 9 + 2} have changed places`,
    `update change_log set id = 9999 where id = ${at * 9 + 1};
     update change_log set id = ${at * 9 + 1} where id = ${at * 9 + 2};
     update change_log set id = ${at * 9 + 2} where id = 9999`,
  ]),
  ...[122, 0, -1, 500].map((line): [string, string] => [
    `a line was put in as ${line}`,
    `insert into change_log select ${line}, edition, country, revision, "by", at, change, account, prev, hash from change_log where id = 9`,
  ]),
  ...[121, 120, 100, 1, 0].map((line): [string, string] => [
    `all from line ${line} on is gone`,
    `delete from change_log where id >= ${line}`,
  ]),
  [
    'an answer was altered behind the log',
    `update answer set answer = '{"value":"all"}' where country = 'XAC' and key = 'q3'`,
  ],
  ['an answer was taken out behind the log', "delete from answer where country = 'XAD' and key = 'q4'"],
  ['an answer was put in behind the log', `insert into answer values ('demo', 'XAB', 'q99', '{"value":"all"}', '')`],
  ['a submission was set back', "update submission set revision = 4 where country = 'XAL'"],
  ['a submission is gone', "delete from submission where country = 'XAA'"],
];

describe('the log of all changes', () => {
  it('holds as it was written, and names its end', async () => {
    const { code, out, err } = await audit(tampered());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`121 lines, the last with the hash ${head}`);
  });

  it.each(TAMPERINGS)('does not hold when %s', async (_what, statement) => {
    const { code, out, err } = await audit(tampered(statement));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^The log (does not hold|is whole, but the present)/);
  });

  it('was tampered with in a hundred ways', () => {
    expect(TAMPERINGS.length).toBeGreaterThanOrEqual(100);
  });

  it('is told from one that was written anew by a hash kept elsewhere', async () => {
    const folder = aFolder();
    const store = await opened(folder);
    await store.commit([recorded('q1', 'another history')], stamp(0));
    await store.close();
    expect(await audit(folder)).toMatchObject({ code: 0 });
    expect(await audit(folder, '--head', head)).toMatchObject({
      code: 1,
      err: expect.stringContaining('written anew'),
    });
    expect(await audit(tampered(), '--head', head)).toMatchObject({ code: 0 });
  });

  it('is explained with --help', async () => {
    const helped = await audit(aFolder(), '--help');
    expect(helped.code).toBe(0);
    expect(helped.out).toContain('Exit code');
  });
});
