/**
 * The number that explains itself: index ← pillar ← … ← answer for one country, as a page and as JSON.
 * Must never: round in the JSON.
 */
import type { Request, Response, Router } from 'express';
import { explanationOf } from '../../journeys/comparing.js';
import { isProvisional, seeResults } from '../../journeys/publishing/see-results.js';
import { addressOf, fileAddress } from '../addresses.js';
import { type ExplainView, explainView } from '../explain-view.js';
import { endingOf, pageOnly } from '../file-ending.js';
import { editionFrame, type Frame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

/** View model of views/pages/explain.ejs. */
interface ExplainPage extends ExplainView {
  readonly frame: Frame;
  readonly json: string;
  readonly method: string;
}

export function explainPages(site: Site, router: Router): void {
  const path = '/editions/:edition/countries/:country/explain/:node';
  router.get(path, (request, response, next) => {
    if (endingOf(response) !== 'json') return next();
    return tell(site, request, response);
  });
  router.get(path, pageOnly(site), (request, response) => show(site, request, response));
}

async function tell(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '', node = '' } = request.params as Record<string, string>;
  const seen = await seeResults(site.world, edition, personOf(response));
  if (!seen.ok) return sayProblems(site, response, seen);
  const explained = await explanationOf(site.world, { edition: seen.value, country, node });
  if (!explained.ok) return sayProblems(site, response, explained);
  const { explanation, above } = explained.value;
  const { notice } = seen.value;
  response.set('Cache-Control', isProvisional(seen.value) ? 'no-store' : 'public, no-cache').json({
    edition,
    country,
    ...(notice === undefined ? {} : { notice }),
    above: above.map((one) => ({ ...one, children: undefined })),
    ...explanation,
  });
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '', node = '' } = request.params as Record<string, string>;
  const seen = await seeResults(site.world, edition, personOf(response));
  if (!seen.ok) return sayProblems(site, response, seen);
  const explained = await explanationOf(site.world, { edition: seen.value, country, node });
  if (!explained.ok) return sayProblems(site, response, explained);
  response.set('Cache-Control', isProvisional(seen.value) ? 'no-store' : 'public, no-cache');
  const view = explainView(explained.value, country);
  const title = site.words.say('page.explain.window', { node: view.name, country: view.country });
  const page = {
    ...view,
    json: fileAddress(addressOf.explain(edition, country, node), 'json'),
    method: addressOf.methodology(edition),
    frame: editionFrame(site, explained.value.edition, {
      title,
      place: 'countries',
      crumbs: [
        { label: site.words.say('page.nav.countries'), href: addressOf.countries(edition) },
        { label: view.country, href: addressOf.country(edition, country) },
        { label: site.words.say('page.crumb.explain', { node: view.name }) },
      ],
    }),
  } satisfies ExplainPage;
  response.type('html').send(site.render('explain', page));
}
