/** `alidade coherence`: a readable table, whole reports as text and as files, and what it refuses. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition } from '../fixtures/a-collected-edition.js';
import { aWorld } from '../web/a-world.js';
import type { Ran } from './run.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aCollectedEdition(world, { id: 'secret-2026', title: 'The secret edition', series: 'OURdata' });
});
afterAll(() => world.store.close());

/** As somebody types it, over the world of the test. */
async function coherence(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const closed = (): never => {
    throw new Error('this command should not need that');
  };
  const code = await runCommandLine(['coherence', ...args], {
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
      config: () => ({}) as never,
      // The store is shared by all tests here, and closed after the last.
      openWorld: async () =>
        ({ world: { ...world, store: { ...world.store, close: async () => undefined } } }) as never,
      startWeb: closed,
      startPost: closed,
      startAnalysing: closed,
      seed: closed,
    },
  });
  return { code, out, err };
}

describe('alidade coherence', () => {
  it('prints the finding, weights and importance, and Cronbach’s alphas', async () => {
    const { code, out, err } = await coherence('ourdata-2017');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toContain('Data made accessible counts for 26.6');
    expect(out).toMatch(/^ {2}2\.3 Data made accessible +33\.3.% +11\.1.% +0\.70 +0\.50 +26\.6.% +−6\.7$/m);
    expect(out).toMatch(/^All 9 sub-pillars +9 +0\.90 +0\.90 +35$/m);
    expect(out.endsWith('\n')).toBe(true);
  });

  it('lines its columns up', async () => {
    const { out } = await coherence('ourdata-2023');
    const rows = out.split('\n').filter((line) => /% .* [+−]?\d+\.\d$/.test(line));
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map((line) => [...line].length)).size).toBe(1);
  });

  it('prints the whole report as JSON or CSV', async () => {
    const json = JSON.parse((await coherence('ourdata-2017', '--format', 'json')).out) as { readonly name: string };
    expect(json.name).toBe('ourdata-2017-coherence');
    const { out } = await coherence('ourdata-2017', '--format', 'csv');
    expect(out.split(/\r?\n/)[0]).toContain('statistic,node,node_name,other,other_name,value,p,countries');
    expect(out).toMatch(/^pearson,1,Availability[^,]*,2,Accessibility[^,]*,0\.68\d+,/m);
  });

  it('writes files to a folder, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alidade-'));
    for (const format of ['pdf', 'xlsx', 'html']) {
      expect((await coherence('ourdata-2017', '--format', format, '--out', folder)).code).toBe(0);
    }
    expect(readdirSync(folder).sort()).toEqual([
      'ourdata-2017-coherence.html',
      'ourdata-2017-coherence.pdf',
      'ourdata-2017-coherence.xlsx',
    ]);
    expect(readFileSync(join(folder, 'ourdata-2017-coherence.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses an edition that is not published as one that does not exist', async () => {
    const [secret, nowhere] = [await coherence('secret-2026'), await coherence('nowhere-2026')];
    expect([secret.code, secret.out]).toEqual([2, '']);
    expect(secret.err.replaceAll('secret', 'nowhere')).toBe(nowhere.err);
  });

  it.each([
    [['ourdata-2017', '--format', 'pdf'], 'name a folder to write to with --out'],
    [['ourdata-2017', '--out', 'somewhere'], 'name a format with --format'],
    [['ourdata-2017', '--format', 'doc'], 'Allowed choices are'],
    [[], 'missing required argument'],
  ])('refuses %j and says why', async (args, why) => {
    const { code, out, err } = await coherence(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });
});
