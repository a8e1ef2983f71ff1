/** `alidade accounts` as somebody types it on an empty data folder, and `serve` on an address that others can reach. */
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { type Config, readConfig } from '../../src/config.js';
import { makeWords } from '../../src/core/text/make-words.js';
import type { World } from '../../src/journeys/world.js';
import { loadLibrary } from '../../src/library/load-library.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { openEvidenceFiles } from '../../src/store/evidence-files.js';
import { openStore } from '../../src/store/open-store.js';
import { oneThreadAnalyst } from '../fixtures/one-thread-analyst.js';
import { aFolder } from '../store/a-folder.js';

const loaded = loadLibrary('.');
if (!('library' in loaded)) throw new Error('no library');
const { library } = loaded;
const words = makeWords(loadTexts('.'), 'en');
let folder = '';
beforeAll(() => {
  folder = aFolder();
});

async function aWorld(): Promise<World> {
  const store = await openStore(folder);
  if (!store.ok) throw new Error(JSON.stringify(store.problems));
  return {
    library,
    store: store.value,
    words,
    evidence: openEvidenceFiles(folder),
    clock: () => '2026-11-21T12:00:00.000Z',
    publicAddress: 'https://index.example',
    sendsMail: false,
    analyst: oneThreadAnalyst,
  };
}

async function typed(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  let [out, err, started] = ['', '', false];
  const config: Config = readConfig({ ALIDADE_DATA: folder, ...env });
  const code = await runCommandLine(args, {
    root: process.cwd(),
    cwd: process.cwd(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    house: {
      config: () => Promise.resolve(config),
      openWorld: async () => ({ world: await aWorld() }),
      startWeb: async () => {
        started = true;
        throw Object.assign(new Error('in use'), { code: 'EADDRINUSE' });
      },
      startPost: async () => ({ stop: async () => {} }),
      startAnalysing: async () => ({ stop: async () => {} }),
      seed: async () => ({ ok: true, value: { editions: [], signIns: [] } }),
    },
  });
  return { code, out, err, started };
}

describe('alidade accounts', () => {
  it('invites the first secretariat, and prints a link that works once', async () => {
    const ran = await typed(['accounts', 'add', 'Ana@Stats.example', '--name', 'Ana Reyes', '--role', 'secretariat']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^https:\/\/index\.example\/welcome\/[\w-]{43}\nworks once, until 2026-12-05T12:00:00/);
  });

  it('lists who there is, by address', async () => {
    await typed(['accounts', 'add', 'ben@stats.example', '--name', 'Ben', '--role', 'validator']);
    const { out, code } = await typed(['accounts', 'list']);
    expect(code).toBe(0);
    expect(out).toBe(
      'Ana@Stats.example\tAna Reyes\tinvited\tsecretariat:*\nben@stats.example\tBen\tinvited\tvalidator:*\n',
    );
  });

  it('disables and enables, gives and takes roles, resets', async () => {
    expect((await typed(['accounts', 'disable', 'BEN@stats.example'])).out).toBe('ben@stats.example: disabled\n');
    expect((await typed(['accounts', 'reset', 'ben@stats.example'])).code).toBe(1);
    expect((await typed(['accounts', 'enable', 'ben@stats.example'])).out).toBe('ben@stats.example: enabled\n');
    expect((await typed(['accounts', 'reset', 'ben@stats.example'])).out).toContain('/welcome/');
    expect((await typed(['accounts', 'role', 'ben@stats.example', '--role', 'secretariat'])).code).toBe(0);
    expect((await typed(['accounts', 'role', 'ben@stats.example', '--role', 'validator', '--withdraw'])).code).toBe(0);
    expect((await typed(['accounts', 'list'])).out).toContain('ben@stats.example\tBen\tinvited\tsecretariat:*\n');
  });

  it.each([
    [['add', 'no-address', '--name', 'X', '--role', 'secretariat'], 'Give an e-mail address'],
    [['add', 'a@b.example', '--name', ' ', '--role', 'secretariat'], 'Give the name'],
    [['add', 'a@b.example', '--name', 'X', '--role', 'delegate'], 'Choose an edition'],
    [['add', 'a@b.example', '--name', 'X', '--role', 'delegate', '--edition', 'nope'], 'no edition “nope”'],
    [['add', 'a@b.example', '--name', 'X', '--role', 'reader', '--edition', 'ourdata-2017'], 'not run here'],
    [['disable', 'nobody@b.example'], 'There is no account'],
  ])('says why %j cannot be done', async (args, sentence) => {
    const { code, err, out } = await typed(['accounts', ...args]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });

  it('does not let the last who can manage accounts go', async () => {
    await typed(['accounts', 'disable', 'ben@stats.example']);
    const { code, err } = await typed(['accounts', 'disable', 'ana@stats.example']);
    expect(code).toBe(1);
    expect(err).toContain('last account');
  });

  it('calls wrong use by its exit code, and helps', async () => {
    expect((await typed(['accounts', 'add', 'a@b.example', '--role', 'king', '--name', 'X'])).code).toBe(2);
    expect((await typed(['accounts', 'add', 'a@b.example', '--role', 'reader'])).code).toBe(2);
    for (const name of ['add', 'list', 'role', 'disable', 'enable', 'reset']) {
      const { code, out } = await typed(['accounts', name, '--help']);
      expect([code, out]).toEqual([0, expect.stringContaining('Usage: alidade accounts')]);
    }
  });
});

describe('alidade serve', () => {
  it.each([
    [{ HOST: '0.0.0.0' }],
    [{ HOST: '0.0.0.0', ALIDADE_URL: 'https://index.example' }],
    [{ HOST: '::', ALIDADE_SECRET: 'x'.repeat(32) }],
    [{ HOST: '192.0.2.7' }],
  ])('does not listen to others with %j alone', async (env) => {
    const { code, err, started } = await typed(['serve'], env);
    expect([code, started]).toEqual([1, false]);
    expect(err).toContain('Set ALIDADE_URL');
  });

  it('starts at home without either, and elsewhere with both', async () => {
    expect((await typed(['serve'])).started).toBe(true);
    const both = { HOST: '0.0.0.0', ALIDADE_URL: 'https://index.example/', ALIDADE_SECRET: 'x'.repeat(32) };
    expect((await typed(['serve'], both)).started).toBe(true);
  });
});

describe('the settings', () => {
  it.each([
    [{ ALIDADE_URL: 'index.example' }, 'ALIDADE_URL'],
    [{ ALIDADE_URL: 'https://index.example/alidade' }, 'ALIDADE_URL'],
    [{ ALIDADE_URL: 'ftp://index.example' }, 'ALIDADE_URL'],
    [{ ALIDADE_SECRET: 'short' }, 'ALIDADE_SECRET'],
    [{ ALIDADE_SMTP: 'smtp://mail.example' }, 'ALIDADE_MAIL_FROM'],
    [{ ALIDADE_SMTP: 'mail.example:25', ALIDADE_MAIL_FROM: 'a@b.example' }, 'ALIDADE_SMTP'],
  ])('%j are refused by name', (env, name) => {
    expect(() => readConfig(env)).toThrow(name);
  });

  it('expect a proxy in front of an address that is https', () => {
    expect(readConfig({ ALIDADE_URL: 'https://index.example/' })).toMatchObject({
      publicAddress: 'https://index.example',
      proxies: 1,
    });
    expect(readConfig({}).proxies).toBe(0);
  });
});
