/**
 * Whether the house is up, for whoever watches over it: the store answers, the library is loaded.
 * Must never: tell anything of anybody's answers.
 */
import type { Router } from 'express';
import type { Site } from '../site.js';

export function healthPages(site: Site, router: Router): void {
  router.get('/health', async (_request, response) => {
    const { world, assets } = site;
    await world.store.editionRevision('health');
    response.set('Cache-Control', 'no-store').json({
      status: 'ok',
      build: assets.build,
      editions: world.library.editions.size,
    });
  });
}
