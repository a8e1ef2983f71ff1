/**
 * Filling in a questionnaire: a page of sections with progress, and each section as a form that is saved by a button, or answer by
 * answer by the script. Faulty entries come back with what was typed; a page that somebody overtook comes back with both values.
 * Must never: decide what an entry means, or say "saved" of anything the store has not acknowledged.
 */
import type { Request, Response, Router } from 'express';
import { lastMove } from '../../journeys/answering/last-move.js';
import { type Answering, loadAnswering } from '../../journeys/answering/load-answering.js';
import { addressOf, fileAddress } from '../addresses.js';
import { answeringFrame } from '../answering-frame.js';
import { pageOnly } from '../file-ending.js';
import type { Frame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import { lastPlace, type NextView, nextUnanswered, type RailView, railView } from '../rail-view.js';
import { readAnswersForm } from '../read-upload.js';
import type { SavedView } from '../section-view.js';
import { loadSection, sendSection } from '../show-section.js';
import type { Site } from '../site.js';
import { type StandView, standView } from '../stand-view.js';
import { saveSection } from './answering-save.js';

/** View model of views/pages/answers.ejs. */
interface AnswersPage {
  readonly frame: Frame;
  readonly country: string;
  readonly questionnaire: string;
  readonly introduction: readonly string[];
  readonly stand: StandView | undefined;
  readonly rail: RailView;
  readonly savedAt: string;
  readonly resume: NextView | undefined;
  readonly next: NextView | undefined;
  /** Where the score is everybody's to see. */
  readonly results: { readonly profile: string; readonly filled: string } | undefined;
}

const ALL = '/editions/:edition/countries/:country/answers';
const SECTION = `${ALL}/:section`;

export function answeringPages(site: Site, router: Router): void {
  router.all([ALL, SECTION], pageOnly(site));
  router.get(ALL, (request, response) => showAll(site, request, response));
  router.get(SECTION, (request, response) => showSection(site, request, response));
  router.post(SECTION, readAnswersForm(site), (request, response) => saveSection(site, request, response));
}

async function showAll(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '' } = request.params as Record<string, string>;
  const person = personOf(response);
  const loaded = await loadAnswering(site.world, person, { edition, country });
  if (!loaded.ok) return sayProblems(site, response, loaded);
  const answering = loaded.value;
  const { questionnaire } = answering.outline;
  const page = {
    frame: answeringFrame(site, answering, { place: 'answers', person }),
    country: site.world.library.countries.nameOf(country),
    questionnaire: questionnaire.title,
    introduction: (questionnaire.introduction ?? '').split(/\n\s*\n/).filter((one) => one !== ''),
    stand: standView(site, person, answering),
    rail: railView(answering, ''),
    savedAt: answering.submission.savedAt ?? '',
    resume: lastPlace(site, answering),
    next: nextUnanswered(site, answering),
    results:
      answering.edition.kind === 'demonstration'
        ? { profile: addressOf.country(edition, country), filled: addressOf.filled(edition, country) }
        : undefined,
  } satisfies AnswersPage;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('answers', page));
}

async function showSection(site: Site, request: Request, response: Response): Promise<void> {
  const loaded = await loadSection(site, request, response);
  if (loaded === undefined) return;
  const saved = request.query.saved === undefined ? undefined : await savedView(site, loaded.answering);
  sendSection(site, response, { ...loaded, ...(saved === undefined ? {} : { saved }) });
}

async function savedView(site: Site, answering: Answering): Promise<SavedView> {
  const { edition, submission } = answering;
  const at = submission.savedAt ?? '';
  if (edition.kind !== 'demonstration') return { at, moved: undefined };
  const profile = addressOf.country(edition.id, submission.country);
  return { at, moved: { ...(await lastMove(site.world, answering)), profile, pdf: fileAddress(profile, 'pdf') } };
}
