import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWords } from '../../src/core/text/make-words.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { nextAttempt } from '../../src/post/failure.js';
import { readLetter } from '../../src/post/outbox-folder.js';
import { type PostSettings, startPost } from '../../src/post/start-post.js';
import { openStore } from '../../src/store/open-store.js';
import type { Message } from '../../src/store/store.js';
import { aFolder } from '../store/a-folder.js';
import { aMailServer } from './a-mail-server.js';

const words = makeWords(loadTexts('.'), 'en');
const NEVER = 3_600_000;
const SECRET = 'https://survey.example.org/welcome/the-secret-token';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function anOffice(settings: Partial<PostSettings> = {}) {
  const dataFolder = aFolder();
  const opened = await openStore(dataFolder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  closing.push(store.close);
  let now = Date.parse('2026-11-21T12:00:00.000Z');
  const office = {
    store,
    words,
    clock: () => new Date(now).toISOString(),
    publicAddress: 'https://survey.example.org',
  };
  const start = () => {
    const post = startPost(office, { dataFolder, everyMs: NEVER, ...settings });
    closing.push(post.stop);
    return post;
  };
  const queue = (once: string, given: Partial<Message> = {}) =>
    store.outbox.queue({ once, to: 'ada@arvenia.example', template: 'invitation', details, ...given }, office.clock());
  const wait = (ms: number) => {
    now += ms;
  };
  return { store, dataFolder, start, queue, wait, list: () => store.outbox.list(50) };
}

const details = { name: 'Ada Árven', link: SECRET, expires: '2026-11-28T12:00:00.000Z', role: 'reader' };

describe('the post without a mail server', () => {
  it('writes each message once as a file that only its owner reads, and notes that it left', async () => {
    const { start, queue, list, dataFolder } = await anOffice();
    expect([await queue('one'), await queue('one'), await queue('two')]).toEqual([true, false, true]);
    await start().poke();
    const folder = join(dataFolder, 'outbox');
    const ids = (await list()).map(({ id }) => id).reverse();
    expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.eml`));
    expect(statSync(join(folder, '1.eml')).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, '1.eml'), 'utf8')).toMatch(/^From: Alidade <alidade@survey\.example\.org>$/m);
    const text = await readLetter(folder, 1);
    expect(text).toContain('Dear Ada Árven,');
    expect(text).toContain(`Accept the invitation:\n${SECRET}`);
    expect(await readLetter(folder, 99)).toBeUndefined();
    expect((await list()).map(({ sentAt, attempts }) => ({ sentAt, attempts }))).toEqual([
      { sentAt: '2026-11-21T12:00:00.000Z', attempts: 1 },
      { sentAt: '2026-11-21T12:00:00.000Z', attempts: 1 },
    ]);
  });

  it('reads a text back as it was written, whatever a reason holds', async () => {
    const { start, queue, dataFolder } = await anOffice();
    const reason = `--boundary\n----_NmP-x\n=41 ≠ “é”\n.\nFrom here\n${'long '.repeat(60)}end`;
    const given = { edition: 'E', country: 'Arvenia', reason, link: 'https://survey.example.org/desk' };
    await queue('one', { template: 'returned', details: given });
    await start().poke();
    expect(await readLetter(join(dataFolder, 'outbox'), 1)).toContain(reason);
  });

  it('tries again when the folder cannot be written, and tells why in a word', async () => {
    const { start, queue, list, wait, dataFolder } = await anOffice();
    writeFileSync(join(dataFolder, 'outbox'), 'a file stands where the folder should be');
    await queue('one');
    await start().poke();
    const [failed] = await list();
    expect(failed).toMatchObject({ attempts: 1, why: 'mail-folder EEXIST' });
    expect(failed?.sentAt).toBeUndefined();
    wait(59_000);
    await start().poke();
    expect((await list())[0]?.attempts).toBe(1);
    wait(2_000);
    await start().poke();
    expect((await list())[0]?.attempts).toBe(2);
  });
});

describe('the post with a mail server', () => {
  it('hands each message over once, also when two workers look at the same time', async () => {
    const server = await aMailServer();
    closing.push(server.close);
    const settings = { smtp: server.url, mailFrom: 'The Index <index@example.org>' };
    const { start, queue, list } = await anOffice(settings);
    for (let nth = 1; nth <= 6; nth++) await queue(`message ${nth}`, { to: `person${nth}@arvenia.example` });
    await Promise.all([start().poke(), start().poke()]);
    expect(server.letters.map(({ to }) => to.join()).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((nth) => `person${nth}@arvenia.example`),
    );
    expect(server.letters[0]?.text).toContain('From: The Index <index@example.org>');
    expect((await list()).every(({ sentAt }) => sentAt !== undefined)).toBe(true);
  });

  it('gives up after eight attempts with growing pauses, and then forgets the secret', async () => {
    const server = await aMailServer(() => `550 5.7.1 we saw ${SECRET} and do not like it`);
    closing.push(server.close);
    let logged = '';
    const log = (facts: object) => {
      logged += `${JSON.stringify(facts)}\n`;
    };
    const { start, queue, list, wait, store } = await anOffice({ smtp: server.url, log });
    await queue('one');
    const post = start();
    for (let hours = 0; hours < 72; hours++) {
      await post.poke();
      wait(3_600_000);
    }
    expect(await list()).toEqual([expect.objectContaining({ attempts: 8, why: 'mail-refused 550' })]);
    expect(server.letters).toEqual([]);
    expect(await store.outbox.take('2030-01-01T00:00:00.000Z', '2030-01-02T00:00:00.000Z', 9)).toEqual([]);
    expect(logged.trim().split('\n').length).toBe(8);
    expect(logged).not.toMatch(/secret|arvenia|Ada/);
  });

  it('goes on with the others when one receiver is refused or is no address, and tells when the server is away', async () => {
    const server = await aMailServer((to) => (to.startsWith('gone') ? '550 nobody' : '250 fine'));
    const { start, queue, list } = await anOffice({ smtp: server.url });
    await queue('gone', { to: 'gone@arvenia.example' });
    await queue('trick', { to: 'a@b.example\r\nBcc: everybody@example.org' });
    await queue('fine');
    await start().poke();
    expect(server.letters.map(({ to }) => to)).toEqual([['ada@arvenia.example']]);
    const whys = (await list()).map(({ why }) => why);
    expect(whys).toEqual([undefined, 'mail-address', 'mail-refused 550']);
    await server.close();
    await queue('later', { to: 'later@arvenia.example' });
    await start().poke();
    expect((await list())[0]).toMatchObject({ attempts: 1, why: 'mail-unreachable ESOCKET' });
  });

  it('sends the same letter again only under the same Message-ID, when it stopped between sending and noting', async () => {
    const server = await aMailServer();
    closing.push(server.close);
    const { start, queue, wait, store } = await anOffice({ smtp: server.url });
    await queue('one');
    const [taken] = await store.outbox.take('2026-11-21T12:00:00.000Z', '2026-11-21T12:15:00.000Z', 1);
    expect(taken?.id).toBe(1);
    await start().poke();
    expect(server.letters).toEqual([]);
    wait(15 * 60_000);
    await start().poke();
    await start().poke();
    expect(server.letters.length).toBe(1);
    expect(server.letters[0]?.text).toMatch(/^Message-ID: <[0-9a-f]{40}@survey\.example\.org>$/m);
  });

  it('lets no name and no edition add a header', async () => {
    const server = await aMailServer();
    closing.push(server.close);
    const { start, queue } = await anOffice({ smtp: server.url });
    const edition = 'Round\r\nBcc: everybody@example.org\r\n\r\nHello';
    await queue('one', {
      template: 'receipt',
      details: { edition, country: 'Arvenia\nX-Evil: yes', name: 'A\r\nB: c' },
    });
    await start().poke();
    const head = server.letters[0]?.text.split('\n\n')[0] ?? '';
    expect(head).toMatch(/^Subject: Round Bcc: everybody@example\.org Hello/m);
    expect(head).not.toMatch(/^(Bcc|X-Evil|B):/m);
    expect(server.letters[0]?.to).toEqual(['ada@arvenia.example']);
  });
});

describe('the pauses', () => {
  it('grow from a minute to half a day, and end', () => {
    const now = '2026-11-21T12:00:00.000Z';
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
      const next = nextAttempt(attempts, 'mail-refused 450', now);
      return next === undefined ? 'given up' : (Date.parse(next) - Date.parse(now)) / 60_000;
    });
    expect(minutes).toEqual([1, 4, 16, 64, 256, 720, 720, 'given up']);
  });
});
