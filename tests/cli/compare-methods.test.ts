/** `alidade compare-methods` as somebody types it: text and files, the same bytes each time, and refusals that show nothing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { readConfig } from '../../src/config.js';
import { aCollectedEdition } from '../fixtures/a-collected-edition.js';
import { aFolder } from '../store/a-folder.js';
import { aWorld } from '../web/a-world.js';

let folder = '';
beforeAll(() => {
  folder = join(aFolder(), 'typed');
  mkdirSync(folder);
  const files = {
    'double.yaml': 'title: Access counts double\nnodes:\n  index: { weights: { "1": 1, "2": 2, "3": 1 } }\n',
    'geometric.yaml': 'aggregation: geometric-mean\n',
    'scaled.yaml': 'nodes:\n  "1": { scale: { type: distance-to-reference, country: XZZ } }\n',
    'faulty.yaml': 'weights: equall\nnodes:\n  indx: { aggregation: median }\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

async function typed(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const closed = (): never => {
    throw new Error('no server here');
  };
  const code = await runCommandLine(['compare-methods', ...args], {
    root: process.cwd(),
    cwd: folder,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    house: {
      config: () => Promise.resolve(readConfig({ ALIDADE_DATA: folder })),
      openWorld: async () => {
        const world = await aWorld();
        await aCollectedEdition(world, { id: 'secret-2026' });
        return { world };
      },
      startWeb: closed,
      startPost: closed,
      startAnalysing: closed,
      seed: closed,
    },
  });
  return { code, out, err };
}

describe('alidade compare-methods', () => {
  it('prints who moves, by how much and why', async () => {
    const { code, out, err } = await typed('ourdata-2023', '--with', 'double.yaml');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Access counts double: \d+ of 40 countries change rank/);
    expect(out).toMatch(/^Korea +1 +1$/m);
    expect(out).toContain('Weights of Index: 1 = 1, 2 = 2, 3 = 1, officially equal.');
    expect(out).toContain('Spearman');
  });

  it('takes several variants, and writes the same bytes each time', async () => {
    const args = ['ourdata-2017', '--with', 'double.yaml', '--with', 'double.yaml', '--format'];
    for (const format of ['csv', 'json', 'html', 'xlsx', 'pdf']) {
      for (const out of ['one', 'two']) {
        const { code, err } = await typed(...args, format, '--out', out);
        expect({ code, err }).toEqual({ code: 0, err: `Wrote ${out}.\n` });
      }
      expect(readFileSync(join(folder, 'one')).equals(readFileSync(join(folder, 'two'))), format).toBe(true);
    }
  }, 60_000);

  it('prints full precision as CSV', async () => {
    const { out } = await typed('ourdata-2023', '--with', 'double.yaml', '--format', 'csv');
    const rows = parse(out, { columns: true }) as readonly Record<string, string>[];
    const korea = rows.find(
      ({ country, method, step }) => country === 'KOR' && method === 'double.yaml' && step === '',
    );
    const official = rows.find(({ country, method }) => country === 'KOR' && method === 'official');
    expect(Number(korea?.move)).toBe(Number(official?.rank) - Number(korea?.rank));
    expect(korea?.score).toMatch(/^0\.\d{6,}/);
    expect(official?.published_figure).toBe('0.91');
  });

  it('refuses all variants that cannot be computed at once, and shows nothing of the others', async () => {
    const with3 = ['--with', 'double.yaml', '--with', 'geometric.yaml', '--with', 'scaled.yaml'];
    const { code, out, err } = await typed('ourdata-2023', ...with3);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^geometric: Availability \(1\)/m);
    expect(err).toMatch(/^scaled: Availability \(1\)/m);
    expect(err).not.toContain('Access counts double');
  });

  it('lists every fault of every file with its place', async () => {
    const { code, out, err } = await typed('ourdata-2023', '--with', 'faulty.yaml', '--with', 'double.yaml');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^faulty\.yaml:1:10: .*\nfaulty\.yaml:3:3: .*\n$/);
  });

  it('says what was typed wrongly', async () => {
    expect(await typed('ourdata-2023', '--with', 'nowhere.yaml')).toMatchObject({
      code: 2,
      err: "'nowhere.yaml' cannot be read.\n",
    });
    expect((await typed('ourdata-2023', '--with', 'double.yaml', '--format', 'pdf')).code).toBe(2);
    expect((await typed('ourdata-2023')).code).toBe(2);
    expect(await typed('ourdata-2023', '--with', 'double.yaml', '--out', 'no/such/folder')).toMatchObject({ code: 1 });
  });

  it('knows no edition that is not published', async () => {
    const [secret, nowhere] = [
      await typed('secret-2026', '--with', 'double.yaml'),
      await typed('nowhere', '--with', 'double.yaml'),
    ];
    expect(secret).toEqual({ code: 2, out: '', err: 'There is no edition “secret-2026” here.\n' });
    expect(nowhere.err).toBe(secret.err.replace('secret-2026', 'nowhere'));
  });
});
