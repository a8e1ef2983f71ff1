import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { type Demonstrations, openWorld } from '../../src/journeys/open-world.js';
import { seedDemonstrations } from '../../src/journeys/preparing/seed-demonstration.js';
import type { World } from '../../src/journeys/world.js';
import { openAnalyst } from '../../src/work/open-analyst.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alidade-world-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function opened(demonstrations: Demonstrations): Promise<World> {
  const config = readConfig({ ALIDADE_DATA: folder });
  const address = () => 'http://127.0.0.1:3000';
  const world = await openWorld({ root, config, demonstrations, address, analyst: openAnalyst(config) });
  if ('refusals' in world) throw new Error(world.refusals.join('\n'));
  return world.world;
}

describe('the world of a real service', () => {
  it('has no demonstration to play with until somebody has filled one', async () => {
    const real = await opened('filled');
    expect([...real.library.editions.keys()]).toEqual(['ourdata-2017', 'ourdata-2023']);
    await real.store.close();

    const all = await opened('all');
    expect([...all.library.editions.keys()]).toContain('demonstration-2024');
    expect((await seedDemonstrations(all, root)).ok).toBe(true);
    await all.store.close();

    const filled = await opened('filled');
    expect([...filled.library.editions.keys()]).toContain('demonstration-2024');
    await filled.store.close();
  });
});
