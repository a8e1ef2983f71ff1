/**
 * The countries of an edition by name, with rank and score; in a demonstration also how far each has answered.
 * Must never: leave out a country because it has no score.
 */
import type { Request, Response, Router } from 'express';
import { figureOf } from '../../core/report/figure.js';
import { intervalCell } from '../../core/report/rank-strength-cells.js';
import { rankMark } from '../../core/report/rank-words.js';
import { readScores, type Scores } from '../../core/report/scores.js';
import { type Outline, outlineOf } from '../../core/survey/outline.js';
import { progressOf } from '../../core/survey/progress.js';
import { standingOf } from '../../core/survey/standing.js';

import { type ComputedEdition, computedEdition, revisionOf } from '../../journeys/computed-edition.js';
import { isProvisional, seeResults } from '../../journeys/publishing/see-results.js';

import { materialOf } from '../../journeys/report-material.js';
import { addressOf } from '../addresses.js';
import { pageOnly } from '../file-ending.js';
import { editionFrame, type Frame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import { sendUnkept } from '../serve-report.js';
import type { Site } from '../site.js';

/** View model of views/pages/countries.ejs. */
interface CountriesView {
  readonly frame: Frame;
  readonly heading: string;
  readonly lead: string;
  readonly countries: readonly CountryRow[];
  /** Whether this edition is being answered here. */
  readonly open: boolean;
  /** Where it is told how sure its ranks are; '' where it is not known. */
  readonly sure: string;
}

interface CountryRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly rank: string;
  /** '' where it is not known. */
  readonly interval: string;
  readonly score: string;
  /** `published`, `recomputed` or ''. */
  readonly mark: string;
  readonly why: string;
  readonly groups: string;
  readonly answered: number;
  readonly asked: number;
  readonly answers: string;
}

export function countriesPages(site: Site, router: Router): void {
  router.get('/editions/:edition/countries', pageOnly(site), (request, response) => show(site, request, response));
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const { edition: id = '' } = request.params as Record<string, string>;
  const edition = await seeResults(site.world, id, personOf(response));
  if (!edition.ok) return sayProblems(site, response, edition);
  const computed = await computedEdition(site.world, edition.value);
  const make = async () => {
    const view = await viewOf(site, computed);
    return { type: 'text/html; charset=utf-8', body: site.render('countries', view) };
  };
  if (isProvisional(edition.value)) return sendUnkept(response, await make());
  const content = await revisionOf(site.world, edition.value);
  const revision = [id, edition.value.definition.hash.slice(0, 12), content, site.assets.build].join('-');
  await site.pages(request, response, { address: addressOf.countries(id), revision, make });
}

async function viewOf(site: Site, computed: ComputedEdition): Promise<CountriesView> {
  const { words } = site;
  const { edition } = computed;
  const scores = readScores(await materialOf(site.world, computed));
  const rows = edition.countries.map((country) => rowOf(scores, computed, country));
  const heading = words.say('page.countries.heading', { count: rows.length });
  const open = edition.kind === 'demonstration' && edition.definition.questionnaire !== undefined;
  return {
    frame: editionFrame(site, edition, {
      title: heading,
      place: 'countries',
      crumbs: [{ label: words.say('page.nav.countries') }],
    }),
    heading,
    lead: words.say(open ? 'page.countries.lead-open' : 'page.countries.lead'),
    countries: rows.sort((a, b) => a.name.localeCompare(b.name, words.locale)),
    open,
    sure: scores.material.robustness === undefined ? '' : addressOf.robustness(edition.id),
  };
}

function rowOf(scores: Scores, { edition, answers }: ComputedEdition, country: string): CountryRow {
  const { material } = scores;
  const figure = figureOf(scores, scores.index, country);
  const { questionnaire } = edition.definition;
  const progress =
    questionnaire === undefined || edition.kind === 'published'
      ? { answered: 0, asked: 0 }
      : progressIn(outlineOf(questionnaire), answers.get(country) ?? {});
  return {
    code: country,
    name: material.nameOf(country),
    href: addressOf.country(edition.id, country),
    rank: rankMark(material.words, scores.at(scores.index, country)),
    interval: intervalCell(scores, country).text,
    score: figure.text,
    mark: figure.provenance === 'computed' ? '' : (figure.provenance ?? ''),
    why: figure.why ?? '',
    groups: edition.groups
      // A group of all says nothing of one.
      .filter(({ countries }) => countries.includes(country) && countries.length < edition.countries.length)
      .map((group) => group.shortName)
      .join(', '),
    answered: progress.answered,
    asked: progress.asked,
    answers: addressOf.answers(edition.id, country),
  };
}

function progressIn(outline: Outline, answers: Parameters<typeof standingOf>[1]) {
  const { answered, asked } = progressOf(outline, standingOf(outline, answers));
  return { answered, asked };
}
