/** A rank on a page stands with its strength, as soon as that is known. */
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAnalysis } from '../../src/journeys/analysing/run-analysis.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';

const EDITION = 'ourdata-2023';
const world = await aWorld();
const app = makeApp(world, { secret: 'a secret of the tests, long enough to sign by' });
const read = async (path: string): Promise<string> => (await request(app).get(`/editions/${EDITION}${path}`)).text;

describe('before the ranks were put to the test', () => {
  it('the ranking says that its strength is not known, and no page shows an interval', async () => {
    expect(await read('')).toContain('How sure these ranks are is not known yet.');
    expect(await read('/countries')).not.toContain('percentile');
    expect(await read('/countries/POL/explain/index')).not.toContain('rank interval');
  });
});

describe('once they were', () => {
  beforeAll(async () => {
    const edition = world.library.editions.get(EDITION);
    if (edition === undefined) throw new Error(`no edition ${EDITION}`);
    const started = await startAnalysis(world, { edition, by: 'tests', options: { runs: 200, baseSamples: 0 } });
    if (!started.ok) throw new Error(JSON.stringify(started.problems));
    const ended = await started.value.done;
    if (!ended.ok) throw new Error(JSON.stringify(ended.problems));
  }, 60_000);

  it('the ranking shows intervals, says what they cover and leads to the rest, though it was read before', async () => {
    const page = await read('');
    expect(page).not.toContain('is not known yet');
    expect(page).toContain(
      'A rank interval holds 90 % of the ranks found by computing the index 200 times (replications)',
    );
    expect(page).toContain(`href="/editions/${EDITION}/robustness"`);
  });

  it('the list of countries and the account of the index show the interval beside the rank', async () => {
    const list = await read('/countries');
    expect(list).toContain('under each rank those from the 5th to the 95th percentile');
    expect(list).toMatch(/>Poland<.*?<td class="n">3<span class="also">\d+–\d+<\/span>/);
    expect(await read('/countries/POL/explain/index')).toMatch(/of 40; rank interval \d+(–\d+)?, tier \d+/);
  });

  it('the files carry the percentiles and the tier', async () => {
    const [head = '', ...rows] = (await read('.csv')).split('\r\n');
    expect(head).toMatch(/rank_p05,rank_p95,tier$/);
    expect(rows.find((row) => row.startsWith('POL,Poland,index,'))).toMatch(/,[\d.]+,[\d.]+,\d+$/);
  });
});
