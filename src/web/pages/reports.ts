/**
 * The reports of an edition, each as a page and as files at the same address: overview, country profile, methodology,
 * coherence, robustness, the questionnaire blank and filled.
 * Must never: say what a report finds.
 */
import type { Router } from 'express';
import type { ReportId } from '../../core/report/reports.js';
import { permit } from '../../core/workflow/permission.js';
import type { Person } from '../../core/workflow/roles.js';
import { whereIn } from '../../journeys/editions.js';
import { editionUnderWay, isProvisional, seeQuestionnaire, seeResults } from '../../journeys/publishing/see-results.js';
import type { Edition } from '../../library/library.js';
import { addressOf, fileAddress } from '../addresses.js';
import { endingOf } from '../file-ending.js';
import { type Crumb, editionFrame, type FrameOf, type Place } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Action } from '../report-view.js';
import { type Exchange, serveReport } from '../serve-report.js';
import type { Site } from '../site.js';
import { sayUnderWay } from './under-way.js';

/** Scripts of a page with charts. */
export const REPORT_SCRIPTS = ['interactive-charts.js'];

interface ReportRoute {
  readonly path: string;
  readonly report: ReportId;
  readonly place: Place;
  readonly address: (edition: string, country: string) => string;
  readonly actions: (site: Site, edition: Edition, country: string) => readonly Action[];
  readonly crumbs: (site: Site, edition: Edition, country: string) => readonly Crumb[];
}

const nameIn = (site: Site, country: string): string => site.world.library.countries.nameOf(country);

const countryCrumbs = (site: Site, edition: Edition, country: string): readonly Crumb[] => [
  { label: site.words.say('page.nav.countries'), href: addressOf.countries(edition.id) },
  { label: nameIn(site, country), href: addressOf.country(edition.id, country) },
];

const pdf = (site: Site, address: string): Action => ({
  label: site.words.say('page.action.pdf'),
  href: fileAddress(address, 'pdf'),
  main: true,
});

const ROUTES: readonly ReportRoute[] = [
  {
    path: '/editions/:edition',
    report: 'overview',
    place: 'edition',
    address: addressOf.edition,
    actions: (site, { id }) => [
      pdf(site, addressOf.edition(id)),
      { label: site.words.say('page.action.compare'), href: addressOf.compare(id) },
      { label: site.words.say('page.action.countries'), href: addressOf.countries(id) },
    ],
    crumbs: () => [],
  },
  {
    path: '/editions/:edition/countries/:country',
    report: 'country-profile',
    place: 'countries',
    address: addressOf.country,
    actions: (site, edition, country) => [
      { ...pdf(site, addressOf.country(edition.id, country)), label: site.words.say('page.action.note') },
      { label: site.words.say('page.action.compare-others'), href: addressOf.compareWith(edition.id, country) },
      ...answerActions(site, edition, country),
    ],
    crumbs: (site, edition, country) => [
      { label: site.words.say('page.nav.countries'), href: addressOf.countries(edition.id) },
      { label: nameIn(site, country) },
    ],
  },
  {
    path: '/editions/:edition/countries/:country/questionnaire',
    report: 'filled-questionnaire',
    place: 'countries',
    address: addressOf.filled,
    actions: (site, edition, country) => [
      pdf(site, addressOf.filled(edition.id, country)),
      ...answerActions(site, edition, country).filter(({ href }) => href !== addressOf.filled(edition.id, country)),
    ],
    crumbs: (site, edition, country) => [
      ...countryCrumbs(site, edition, country),
      { label: site.words.say('page.crumb.filled') },
    ],
  },
  {
    path: '/editions/:edition/methodology',
    report: 'methodology',
    place: 'methodology',
    address: addressOf.methodology,
    actions: (site, { id }) => [
      pdf(site, addressOf.methodology(id)),
      { label: site.words.say('page.methods.nav'), href: addressOf.methods(id) },
    ],
    crumbs: (site) => [{ label: site.words.say('page.nav.methodology') }],
  },
  {
    path: '/editions/:edition/coherence',
    report: 'coherence',
    place: 'coherence',
    address: addressOf.coherence,
    actions: (site, { id }) => [
      pdf(site, addressOf.coherence(id)),
      { label: site.words.say('page.nav.methodology'), href: addressOf.methodology(id) },
    ],
    crumbs: (site) => [{ label: site.words.say('page.nav.coherence') }],
  },
  {
    path: '/editions/:edition/robustness',
    report: 'robustness',
    place: 'robustness',
    address: addressOf.robustness,
    actions: (site, { id }) => [
      pdf(site, addressOf.robustness(id)),
      { label: site.words.say('page.nav.methodology'), href: addressOf.methodology(id) },
      { label: site.words.say('page.methods.nav'), href: addressOf.methods(id) },
    ],
    crumbs: (site) => [{ label: site.words.say('page.nav.robustness') }],
  },
  {
    path: '/editions/:edition/questionnaire',
    report: 'questionnaire',
    place: 'questionnaire',
    address: addressOf.questionnaire,
    actions: (site, { id }) => [pdf(site, addressOf.questionnaire(id))],
    crumbs: (site) => [{ label: site.words.say('page.nav.questionnaire') }],
  },
];

/** A demonstration can be answered, and what was answered can be read where there are answers. */
function answerActions({ words }: Site, { id, kind }: Edition, country: string): readonly Action[] {
  const filled = { label: words.say('page.action.filled'), href: addressOf.filled(id, country) };
  if (kind === 'published') return [];
  if (kind === 'collected') return [filled];
  return [{ label: words.say('page.action.answer'), href: addressOf.answers(id, country) }, filled];
}

export function reportPages(site: Site, router: Router): void {
  for (const route of ROUTES) {
    router.get(route.path, (request, response) => serve(site, route, { request, response }));
    router.get(`${route.path}/charts/:chart`, (request, response) => serve(site, route, { request, response }));
  }
}

async function serve(site: Site, route: ReportRoute, { request, response }: Exchange): Promise<void> {
  const { edition: id = '', country = '', chart } = request.params as Record<string, string>;
  const see = route.report === 'questionnaire' ? seeQuestionnaire : seeResults;
  const seen = await see(site.world, id, personOf(response));
  if (!seen.ok) {
    // The page of an edition that is under way says so, as a page alone.
    const tells = route.report === 'overview' && chart === undefined && endingOf(response) === undefined;
    const underWay = tells ? await editionUnderWay(site.world, id) : undefined;
    return underWay === undefined ? sayProblems(site, response, seen) : sayUnderWay(site, response, underWay);
  }
  const edition = seen.value;
  const person = personOf(response);
  const actions = [...route.actions(site, edition, country), ...ownActions(site, { route, edition, person })];
  await serveReport(
    site,
    { request, response },
    {
      edition,
      report: route.report,
      countries: country === '' ? [] : [country],
      address: route.address(id, country),
      ...(chart === undefined ? {} : { chart }),
      page: ({ title }) => {
        const crumbs = route.crumbs(site, edition, country);
        const own: FrameOf = { title, place: route.place, modules: REPORT_SCRIPTS, crumbs };
        return { frame: editionFrame(site, edition, own), actions };
      },
    },
  );
}

interface Asking {
  readonly route: ReportRoute;
  readonly edition: Edition;
  readonly person: Person;
}

/** What only some may do stands on pages that are made for each of them anew, and on none that is kept for everybody. */
function ownActions({ words, world }: Site, { route, edition, person }: Asking): readonly Action[] {
  if (route.report !== 'robustness' || !isProvisional(edition)) return [];
  if (!permit(person, 'analyse', whereIn(world, edition)).ok) return [];
  return [{ label: words.say('page.analysis.heading'), href: addressOf.robustnessRun(edition.id) }];
}
