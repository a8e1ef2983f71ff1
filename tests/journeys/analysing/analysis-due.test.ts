/** What a service brings up to date by itself, and how little it costs to find that there is nothing to do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysisDue } from '../../../src/journeys/analysing/analysis-due.js';
import { cancelAnalysis, startAnalysis } from '../../../src/journeys/analysing/run-analysis.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition } from '../../fixtures/a-collected-edition.js';
import { aWorld } from '../../web/a-world.js';
import { got } from '../answering/at-work.js';
import { analysed, editionOf, IMPOSSIBLE, patientAnalyst, SMALL } from './analysed.js';

const DEMONSTRATION = 'demonstration-2024';
const PUBLISHED = 'ourdata-2023';

let world: World;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-21T12:00:00.000Z');
  const whole = await aWorld({ clock: () => new Date(now).toISOString() });
  const editions = new Map([PUBLISHED, DEMONSTRATION].map((id) => [id, editionOf(whole, id)]));
  world = { ...whole, library: { ...whole.library, editions } };
  await aCollectedEdition(world);
});
afterEach(() => world.store.close());

const pass = (seconds: number): void => {
  now += seconds * 1000;
};

let turn = 0;
async function play(): Promise<void> {
  const subject = { kind: 'submission', edition: DEMONSTRATION, country: 'XAA' } as const;
  const { revision } = await world.store.submission(DEMONSTRATION, 'XAA');
  turn += 1;
  const change = { kind: 'answer-recorded', key: 'q1', answer: { value: turn % 2 === 0 ? 'whole' : 'none' } } as const;
  got(await world.store.commit([change], { subject, by: 'test', at: world.clock(), expecting: revision }));
}

describe('an edition of the library', () => {
  it('is due until it has a result of its ranks; one that is run here never is', async () => {
    pass(60);
    expect(await analysisDue(world)).toEqual([PUBLISHED, DEMONSTRATION]);
    expect(await analysisDue(world)).toEqual([PUBLISHED, DEMONSTRATION]);
    await analysed(world, editionOf(world, PUBLISHED));
    expect(await analysisDue(world)).toEqual([DEMONSTRATION]);
    await analysed(world, editionOf(world, DEMONSTRATION));
    expect(await analysisDue(world)).toEqual([]);
  });

  it('is not due while its analysis is under way', async () => {
    pass(60);
    const edition = editionOf(world, PUBLISHED);
    const running = got(await startAnalysis({ ...world, analyst: patientAnalyst }, { edition, by: 'the house' }));
    expect(await analysisDue(world)).toEqual([DEMONSTRATION]);
    cancelAnalysis(world, PUBLISHED);
    await running.done;
  });

  it('that cannot be analysed, or was called off, is let be until its results are others', async () => {
    pass(60);
    for (const id of [PUBLISHED, DEMONSTRATION])
      await analysed(world, editionOf(world, id), { ...SMALL, vary: IMPOSSIBLE });
    expect(await analysisDue(world)).toEqual([]);
    await play();
    pass(60);
    expect(await analysisDue(world)).toEqual([DEMONSTRATION]);
  });

  it('that nobody plans an analysis for is never due', async () => {
    const edition = { ...editionOf(world, PUBLISHED), analyses: [] };
    const library = { ...world.library, editions: new Map([[PUBLISHED, edition]]) };
    expect(await analysisDue({ ...world, library })).toEqual([]);
  });
});

describe('a demonstration', () => {
  it('is due once nobody has played with it for half a minute', async () => {
    await analysed(world, editionOf(world, PUBLISHED));
    await play();
    pass(29);
    expect(await analysisDue(world)).toEqual([]);
    await play();
    pass(29);
    expect(await analysisDue(world)).toEqual([]);
    pass(1);
    expect(await analysisDue(world)).toEqual([DEMONSTRATION]);
  });

  it('has one result in ten minutes at most, so that playing fills no disk', async () => {
    pass(60);
    for (const id of [PUBLISHED, DEMONSTRATION]) await analysed(world, editionOf(world, id));
    expect(await analysisDue(world)).toEqual([]);
    await play();
    pass(599);
    expect(await analysisDue(world)).toEqual([]);
    pass(1);
    expect(await analysisDue(world)).toEqual([DEMONSTRATION]);
  });
});

describe('asking again', () => {
  it('looks at revisions alone where nothing has moved', async () => {
    pass(60);
    for (const id of [PUBLISHED, DEMONSTRATION]) await analysed(world, editionOf(world, id));
    pass(600);
    expect(await analysisDue(world)).toEqual([]);
    const asked: string[] = [];
    for (const name of Object.keys(world.store) as (keyof World['store'])[]) {
      const own = world.store[name] as (...of: unknown[]) => unknown;
      if (typeof own !== 'function') continue;
      Object.defineProperty(world.store, name, {
        value: (...of: unknown[]) => {
          asked.push(name);
          return own(...of);
        },
      });
    }
    expect(await analysisDue(world)).toEqual([]);
    expect(asked).toEqual(['editionRevision']);
  });
});
