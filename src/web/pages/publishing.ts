/**
 * Publishing an edition: what would be published, on one page with the form that confirms it; and the files of what was published.
 * Must never: publish by a GET; be found by anybody who may not publish; send a file of what is not published.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../core/problem.js';
import { figureOf } from '../../core/report/figure.js';
import { intervalCell } from '../../core/report/rank-strength-cells.js';
import { rankMark } from '../../core/report/rank-words.js';
import { readScores } from '../../core/report/scores.js';
import { resultRows } from '../../core/scoring/result-rows.js';
import type { Person } from '../../core/workflow/roles.js';
import { type Preview, previewPublication } from '../../journeys/publishing/preview-publication.js';
import { publishEdition } from '../../journeys/publishing/publish-edition.js';
import { editionOfRelease, releasesOf } from '../../journeys/publishing/releases.js';
import { seeResults } from '../../journeys/publishing/see-results.js';
import { materialOf } from '../../journeys/report-material.js';
import { resultText } from '../../render/result-text.js';
import { addressOf, fileAddress } from '../addresses.js';
import { endingOf } from '../file-ending.js';
import { type Frame, plainFrame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems, sentenceOf, statusOf } from '../problem-page.js';
import type { Site } from '../site.js';

/** View model of views/pages/publish.ejs. */
interface PublishView {
  readonly frame: Frame;
  readonly heading: string;
  readonly edition: string;
  readonly action: string;
  /** Where the ranks are put to the test. */
  readonly analysis: string;
  readonly revision: number;
  readonly number: number;
  /** Whether this corrects an earlier publication, and so needs a note. */
  readonly corrects: boolean;
  readonly note: string;
  /** Why it cannot be published as it stands. */
  readonly problems: readonly string[];
  /** What was wrong with what was sent, as a whole and with its note. */
  readonly faults: readonly string[];
  readonly noteErrors: readonly string[];
  readonly included: number;
  readonly absent: readonly { readonly name: string; readonly why: string }[];
  readonly top: readonly {
    readonly rank: string;
    /** '' where it is not known. */
    readonly interval: string;
    readonly name: string;
    readonly score: string;
  }[];
  /** Whether it is known how sure the ranks are. */
  readonly sure: boolean;
  readonly releases: readonly {
    readonly number: number;
    readonly date: string;
    readonly note: string;
    readonly hash: string;
  }[];
}

export function publishingPages(site: Site, router: Router): void {
  router.get('/desk/editions/:edition/publish', (request, response) => show(site, request, response));
  router.post(
    '/desk/editions/:edition/publish',
    express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 20 }),
    (request, response) => publish(site, request, response),
  );
  router.get('/editions/:edition/releases/:number', (request, response) => release(site, request, response));
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '' } = request.params as Record<string, string>;
  const preview = await previewPublication(site.world, edition, personOf(response));
  if (!preview.ok) return sayProblems(site, response, preview);
  await send(site, response, { preview: preview.value, person: personOf(response), note: '', faults: [] });
}

async function publish(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '' } = request.params as Record<string, string>;
  const { note, revision } = fieldsOf(request.body);
  const person = personOf(response);
  const path = addressOf.edition(edition);
  const published = await publishEdition(site.world, edition, { person, revision, note, path });
  if (published.ok) return response.redirect(303, path);
  // Shown anew with what was typed, so that it can be confirmed as it stands now.
  const preview = await previewPublication(site.world, edition, person);
  if (!preview.ok) return sayProblems(site, response, preview);
  await send(site, response, { preview: preview.value, person, note, faults: published.problems });
}

function fieldsOf(body: unknown): { readonly note: string; readonly revision: number } {
  const { note, revision } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return {
    note: typeof note === 'string' ? note : '',
    revision: typeof revision === 'string' && /^\d{1,12}$/.test(revision) ? Number(revision) : Number.NaN,
  };
}

interface Shown {
  readonly preview: Preview;
  readonly person: Person;
  readonly note: string;
  readonly faults: readonly Problem[];
}

async function send(site: Site, response: Response, shown: Shown): Promise<void> {
  const [fault] = shown.faults;
  response.set('Cache-Control', 'no-store').status(fault === undefined ? 200 : statusOf(fault));
  response.type('html').send(site.render('publish', await viewOf(site, shown)));
}

/** Of the ranking, as many as one looks at to see whether it can be right. */
const TOP = 10;

async function viewOf(site: Site, { preview, person, note, faults }: Shown): Promise<PublishView> {
  const { words, world } = site;
  const { edition, number, included, releases } = preview;
  const { nameOf } = world.library.countries;
  const scores = readScores(await materialOf(world, preview.computed));
  const standing = included.map((country) => ({ country, ...scores.at(scores.index, country) }));
  const ranked = standing.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const heading = words.say('page.publish.heading');
  // Said once: what stands in the way is not a fault of the form.
  const own = faults.filter(({ code }) => !preview.problems.some((problem) => problem.code === code));
  return {
    frame: {
      ...plainFrame(site, {
        title: `${heading}, ${edition.title}`,
        person,
        crumbs: [{ label: edition.title, href: addressOf.edition(edition.id) }, { label: heading }],
      }),
      notice: words.say('edition.provisional'),
      noticeTitle: words.say('page.provisional'),
    },
    heading,
    edition: edition.title,
    action: addressOf.publish(edition.id),
    analysis: addressOf.robustnessRun(edition.id),
    revision: preview.revision,
    number,
    corrects: number > 1,
    note,
    problems: preview.problems.map((problem) => sentenceOf(site, problem)),
    faults: own.filter(({ field }) => field !== 'note').map((problem) => sentenceOf(site, problem)),
    noteErrors: own.filter(({ field }) => field === 'note').map((problem) => sentenceOf(site, problem)),
    included: included.length,
    absent: Object.entries(edition.withheld).map(([country, why]) => ({ name: nameOf(country), why })),
    top: ranked.slice(0, TOP).map(({ country }) => ({
      rank: rankMark(words, scores.at(scores.index, country)),
      interval: intervalCell(scores, country).text,
      name: nameOf(country),
      score: figureOf(scores, scores.index, country).text,
    })),
    sure: scores.material.robustness !== undefined,
    releases: releases.map(({ number, at, note, hash }) => ({ number, date: words.date(at.slice(0, 10)), note, hash })),
  } satisfies PublishView;
}

/** A publication as it was frozen: canonical JSON, or its figures as `alidade compute` prints them. */
async function release(site: Site, request: Request, response: Response): Promise<void> {
  const { edition: id = '', number = '' } = request.params as Record<string, string>;
  const seen = await seeResults(site.world, id, personOf(response));
  if (!seen.ok) return sayProblems(site, response, seen);
  const ending = endingOf(response);
  const kept = (await releasesOf(site.world, id)).find((one) => String(one.number) === number);
  if (kept === undefined || (ending !== 'json' && ending !== 'csv')) {
    return sayProblems(site, response, { problems: [{ code: 'no-page' }] });
  }
  const { notice } = editionOfRelease(site.world, seen.value, kept);
  const make = async () => ({
    type: ending === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    body: ending === 'json' ? kept.text : resultText(resultRows(kept.snapshot.results), 'csv', notice),
    saveAs: `${id}-publication-${number}.${ending}`,
  });
  const address = fileAddress(addressOf.release(id, kept.number), ending);
  await site.pages(request, response, { address, revision: kept.hash, make });
}
