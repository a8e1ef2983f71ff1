/**
 * Comparing countries side by side. The address holds the choice; without one, or with one that cannot be compared, the same
 * page offers the picker and says what is amiss.
 * Must never: need a script to add or take away a country.
 */
import type { Request, Response, Router } from 'express';
import type { Problem } from '../../core/problem.js';
import { documentOf, FEWEST_COMPARED, MOST_COMPARED } from '../../journeys/comparing.js';
import { isProvisional, seeResults } from '../../journeys/publishing/see-results.js';
import type { Edition } from '../../library/library.js';
import { addressOf, fileAddress } from '../addresses.js';
import { endingOf } from '../file-ending.js';
import { editionFrame, type Frame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems, sentenceOf, statusOf } from '../problem-page.js';
import type { PickerView } from '../report-view.js';
import { serveReport } from '../serve-report.js';
import type { Site } from '../site.js';
import { REPORT_SCRIPTS } from './reports.js';

/** View model of views/pages/compare.ejs. */
interface CompareView {
  readonly frame: Frame;
  readonly picker: PickerView;
}

export function comparePages(site: Site, router: Router): void {
  router.get('/editions/:edition/compare', (request, response) => compare(site, request, response));
  router.get('/editions/:edition/compare/charts/:chart', (request, response) => compare(site, request, response));
}

async function compare(site: Site, request: Request, response: Response): Promise<void> {
  const { edition: id = '', chart } = request.params as Record<string, string>;
  const edition = await seeResults(site.world, id, personOf(response));
  if (!edition.ok) return sayProblems(site, response, edition);
  const countries = chosenIn(request);
  // A form without scripts sends one field per country; the address that is kept and sent on has them in one.
  if (Array.isArray(request.query.countries)) return response.redirect(303, addressOf.compare(id, countries));
  const begun = countries.length === 0 && chart === undefined ? beganWith(request, edition.value) : undefined;
  if (begun !== undefined) return offer(site, response, { edition: edition.value, countries: begun, problems: [] });
  const document = await documentOf(site.world, { edition: edition.value, report: 'comparison', countries });
  if (!document.ok) return offer(site, response, { edition: edition.value, countries, problems: document.problems });
  return serveReport(
    site,
    { request, response },
    {
      edition: edition.value,
      report: 'comparison',
      countries,
      address: addressOf.compare(id, countries),
      ...(chart === undefined ? {} : { chart }),
      page: ({ title }) => ({
        frame: frameOf(site, edition.value, title),
        actions: [{ label: site.words.say('page.action.pdf'), href: pdfOf(id, countries), main: true }],
        picker: pickerOf(site, { edition: edition.value, countries, problems: [] }),
      }),
    },
  );
}

const pdfOf = (edition: string, countries: readonly string[]): string =>
  fileAddress(addressOf.compare(edition, countries), 'pdf');

/** `?countries=KOR,FRA`, or one field per country; empty fields are blanks of the form. */
function chosenIn(request: Request): readonly string[] {
  const given = request.query.countries ?? [];
  return [given]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
    .map((one) => one.trim().toUpperCase())
    .filter((one) => one !== '')
    .slice(0, 50);
}

/** `?with=KOR`: a profile sends its reader here to choose the others; that is no fault yet. */
function beganWith(request: Request, edition: Edition): readonly string[] | undefined {
  const { with: first } = request.query;
  return typeof first === 'string' && edition.countries.includes(first) ? [first] : undefined;
}

const frameOf = (site: Site, edition: Edition, title: string): Frame =>
  editionFrame(site, edition, {
    title,
    place: 'compare',
    modules: REPORT_SCRIPTS,
    crumbs: [{ label: site.words.say('page.nav.compare') }],
  });

interface Choice {
  readonly edition: Edition;
  readonly countries: readonly string[];
  readonly problems: readonly Problem[];
}

/** The picker by itself. Nothing chosen yet is no fault; everything else that cannot be compared is. */
function offer(site: Site, response: Response, choice: Choice): void {
  const untouched = choice.problems.length === 0 || (choice.countries.length === 0 && endingOf(response) === undefined);
  const view = {
    frame: frameOf(site, choice.edition, site.words.say('page.compare.heading')),
    picker: pickerOf(site, untouched ? { ...choice, problems: [] } : choice),
  } satisfies CompareView;
  const status = untouched ? 200 : statusOf(choice.problems[0]);
  if (isProvisional(choice.edition)) response.set('Cache-Control', 'no-store');
  response.status(status).type('html').send(site.render('compare', view));
}

function pickerOf(site: Site, { edition, countries, problems }: Choice): PickerView {
  const { nameOf } = site.world.library.countries;
  const known = [...new Set(countries)].filter((country) => edition.countries.includes(country));
  const others = edition.countries
    .filter((country) => !known.includes(country))
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, site.words.locale));
  return {
    action: addressOf.compare(edition.id),
    chosen: known.map((code) => ({
      code,
      name: nameOf(code),
      without: addressOf.compare(
        edition.id,
        known.filter((other) => other !== code),
      ),
    })),
    others,
    room: known.length < MOST_COMPARED,
    blanks: Math.max(1, FEWEST_COMPARED + 1 - known.length),
    problems: problems.map((problem) => sentenceOf(site, problem)),
    most: MOST_COMPARED,
  };
}
