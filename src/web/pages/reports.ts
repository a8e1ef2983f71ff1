/**
 * The reports of an edition, each as a page and as files at the same address: overview, country profile, methodology, the
 * questionnaire blank and filled.
 * Must never: say what a report finds.
 */
import type { Request, Router } from 'express';
import type { ReportId } from '../../core/report/reports.js';
import type { Edition } from '../../library/library.js';
import { addressOf, fileAddress } from '../addresses.js';
import { type Crumb, editionFrame, type FrameOf, type Place } from '../frame.js';
import type { Action } from '../report-view.js';
import { serveReport } from '../serve-report.js';
import type { Site } from '../site.js';

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
      ...answerActions(site, edition, country).slice(0, 1),
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
    actions: (site, { id }) => [pdf(site, addressOf.methodology(id))],
    crumbs: (site) => [{ label: site.words.say('page.nav.methodology') }],
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

/** A demonstration can be answered, and what was answered can be read. */
function answerActions({ words }: Site, { id, kind }: Edition, country: string): readonly Action[] {
  if (kind === 'published') return [];
  return [
    { label: words.say('page.action.answer'), href: addressOf.answers(id, country) },
    { label: words.say('page.action.filled'), href: addressOf.filled(id, country) },
  ];
}

export function reportPages(site: Site, router: Router): void {
  for (const route of ROUTES) {
    const serve = (request: Request, chart?: string) => {
      const { edition = '', country = '' } = request.params as Record<string, string>;
      return {
        edition,
        report: route.report,
        countries: country === '' ? [] : [country],
        address: route.address(edition, country),
        ...(chart === undefined ? {} : { chart }),
        page: (found: Edition, { title }: { readonly title: string }) => {
          const own: FrameOf = {
            title,
            place: route.place,
            modules: REPORT_SCRIPTS,
            crumbs: route.crumbs(site, found, country),
          };
          return { frame: editionFrame(site, found, own), actions: route.actions(site, found, country) };
        },
      };
    };
    router.get(route.path, (request, response) => serveReport(site, { request, response }, serve(request)));
    router.get(`${route.path}/charts/:chart`, (request, response) =>
      serveReport(site, { request, response }, serve(request, request.params.chart)),
    );
  }
}
