/** A published edition in real threads: the same bytes for any number of them, and as in one thread without any. Needs the build. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RobustnessJob } from '../../src/core/robustness/edition/job.js';
import { robustnessOf } from '../../src/core/robustness/edition/robustness-of.js';
import { canonicalJson } from '../../src/core/workflow/canonical-json.js';
import { askedOf } from '../../src/journeys/analysing/asked-of.js';
import { roundOf } from '../../src/journeys/analysing/round-of.js';
import { computedEdition } from '../../src/journeys/computed-edition.js';
import { sha256 } from '../../src/journeys/sha256.js';
import { openAnalyst } from '../../src/work/open-analyst.js';
import { aFolder } from '../store/a-folder.js';
import { aWorld } from '../web/a-world.js';
import { unwatched } from './tiny-job.js';

describe.skipIf(!existsSync(resolve('dist/work/worker.js')) && process.env.CI === undefined)(
  'a run of an edition (needs the build)',
  () => {
    it('comes to the same bytes in one, two and three threads, and without any', async () => {
      const job = await aJob('demonstration-2024');
      // A job is kept in one spelling, and opened from there.
      const whole = robustnessOf(JSON.parse(canonicalJson(job)));
      expect(whole).toMatchObject({ ok: true, value: { runs: 700 } });
      const without = whole.ok ? sha256(JSON.stringify(whole.value)) : '';
      for (const threads of [1, 2, 3]) {
        const analyst = openAnalyst({ dataFolder: aFolder(), threads });
        const result = await analyst.analyse(job, unwatched());
        expect(result.ok && sha256(result.value), `${threads}`).toBe(without);
        await analyst.close();
      }
    });
  },
);

async function aJob(id: string): Promise<RobustnessJob> {
  const world = await aWorld();
  const edition = world.library.editions.get(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  const computed = await computedEdition(world, edition);
  const asked = await askedOf(world, computed, { runs: 700, baseSamples: 70 });
  await world.store.close();
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  return { round: roundOf(computed), asked: asked.value };
}
