/** What the server puts to the test by itself: each edition that is due once, one after the other, until it is stopped. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAnalysingWork } from '../../src/cli/analysing-work.js';
import type { World } from '../../src/journeys/world.js';
import type { Edition } from '../../src/library/library.js';
import { aWorld } from '../web/a-world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.store.close());

function quick(id: string, vary?: readonly string[]): Edition {
  const edition = world.library.editions.get(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  const { definition } = edition;
  const analyses = vary === undefined ? definition.robustness.analyses : [{ id: 'own', vary }];
  const robustness = { ...definition.robustness, runs: 50, baseSamples: 0, onProblem: 'stop' as const, analyses };
  return { ...edition, definition: { ...definition, robustness }, analyses: analyses.map((one) => one.id) };
}

describe('beside the pages', () => {
  it('ranks that nobody has put to the test are, and what cannot be is told and let be', async () => {
    const editions = [
      quick('ourdata-2017', ['weights:0.1']),
      quick('ourdata-2023', ['aggregate=arithmetic|geometric']),
    ];
    let isClosed = false;
    const small: World = {
      ...world,
      library: { ...world.library, editions: new Map(editions.map((one) => [one.id, one])) },
      analyst: {
        ...world.analyst,
        close: async () => {
          isClosed = true;
        },
      },
    };
    const said: { readonly edition: string; readonly level: number; readonly problems?: readonly object[] }[] = [];
    let both: () => void = () => undefined;
    const all = new Promise<void>((done) => {
      both = done;
    });
    const log = new Writable({
      write: (chunk, _encoding, done) => {
        said.push(JSON.parse(String(chunk)));
        if (said.length === editions.length) both();
        done();
      },
    });
    const work = startAnalysingWork(small, log);
    await all;
    await work.stop();
    expect(isClosed).toBe(true);
    expect(said.map(({ edition, level }) => [edition, level])).toEqual([
      ['ourdata-2017', 30],
      ['ourdata-2023', 40],
    ]);
    expect(said[1]?.problems?.length).toBeGreaterThan(0);
    expect(await world.store.robustness('ourdata-2017')).toMatchObject([{ number: 1, by: 'alidade' }]);
    expect(await world.store.robustness('ourdata-2023')).toEqual([]);
  });
});
