/**
 * Filling in a questionnaire: a page of sections with progress, and each section as a plain form that is saved by a button
 * and read again. Faulty entries come back with what was typed; a page that somebody overtook comes back with both values.
 * Must never: decide what an entry means, or say "saved" of anything the store has not acknowledged.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../core/problem.js';
import { REASONS } from '../../core/survey/answers.js';
import type { Section } from '../../core/survey/questionnaire.js';
import { type Answering, lastMove, loadAnswering, saveAnswers } from '../../journeys/answering.js';
import { addressOf, fileAddress } from '../addresses.js';
import { fieldId } from '../cell-view.js';
import { pageOnly } from '../file-ending.js';
import { type Form, readForm } from '../form-entries.js';
import { editionFrame, type Frame } from '../frame.js';
import { sayProblems, sentenceOf, statusOf } from '../problem-page.js';
import type { Typed } from '../question-view.js';
import { nextUnanswered, type RailView, railView, type SavedView, type Summary, sectionPage } from '../section-view.js';
import type { Site } from '../site.js';

/** View model of views/pages/answers.ejs. */
interface AnswersPage {
  readonly frame: Frame;
  readonly country: string;
  readonly questionnaire: string;
  readonly introduction: readonly string[];
  readonly rail: RailView;
  readonly savedAt: string;
  readonly next: { readonly label: string; readonly href: string } | undefined;
  readonly profile: string;
  readonly filled: string;
}

const ALL = '/editions/:edition/countries/:country/answers';
const SECTION = `${ALL}/:section`;

export function answeringPages(site: Site, router: Router): void {
  router.all([ALL, SECTION], pageOnly(site));
  router.get(ALL, (request, response) => showAll(site, request, response));
  router.get(SECTION, (request, response) => showSection(site, request, response));
  router.post(
    SECTION,
    express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }),
    (request, response) => save(site, request, response),
  );
}

async function showAll(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '' } = request.params as Record<string, string>;
  const loaded = await loadAnswering(site.world, { edition, country });
  if (!loaded.ok) return sayProblems(site, response, loaded);
  const answering = loaded.value;
  const { questionnaire } = answering.outline;
  const page = {
    frame: frameOf(site, answering, undefined),
    country: site.world.library.countries.nameOf(country),
    questionnaire: questionnaire.title,
    introduction: (questionnaire.introduction ?? '').split(/\n\s*\n/).filter((one) => one !== ''),
    rail: railView(answering, ''),
    savedAt: answering.submission.savedAt ?? '',
    next: nextUnanswered(site.words.say, answering),
    profile: addressOf.country(edition, country),
    filled: addressOf.filled(edition, country),
  } satisfies AnswersPage;
  fresh(response).send(site.render('answers', page));
}

interface Loaded {
  readonly answering: Answering;
  readonly section: Section;
}

/** The submission and the section of an address, or undefined once the problem has been said. */
async function load(site: Site, request: Request, response: Response): Promise<Loaded | undefined> {
  const { edition = '', country = '', section: id = '' } = request.params as Record<string, string>;
  const loaded = await loadAnswering(site.world, { edition, country });
  if (!loaded.ok) {
    sayProblems(site, response, loaded);
    return undefined;
  }
  const section = loaded.value.outline.questionnaire.sections.find((one) => one.id === id);
  if (section !== undefined) return { answering: loaded.value, section };
  sayProblems(site, response, { problems: [{ code: 'unknown-section', details: { section: id } }] });
  return undefined;
}

async function showSection(site: Site, request: Request, response: Response): Promise<void> {
  const loaded = await load(site, request, response);
  if (loaded === undefined) return;
  const saved = request.query.saved === undefined ? undefined : await savedView(site, loaded.answering);
  sendForm(site, response, {
    ...loaded,
    typed: NOTHING_TYPED,
    stale: false,
    ...(saved === undefined ? {} : { saved }),
  });
}

async function save(site: Site, request: Request, response: Response): Promise<void> {
  const loaded = await load(site, request, response);
  if (loaded === undefined) return;
  const { answering, section } = loaded;
  const form = readForm(answering.outline, request.body);
  const saved = await saveAnswers(site.world, answering, {
    entered: form.entered,
    expecting: form.expecting,
    by: site.words.say('page.answer.visitor'),
  });
  if (saved.ok && saved.value.problems.length === 0) {
    return response.redirect(303, afterSaving(loaded, form, saved.value.changes > 0));
  }
  const problems = saved.ok ? saved.value.problems : saved.problems;
  response.status(saved.ok ? 422 : statusOf(problems[0]));
  // What was saved is on record now, and what somebody else saved meanwhile has to be shown beside what was typed.
  const again = await load(site, request, response);
  if (again === undefined) return;
  sendForm(site, response, {
    answering: again.answering,
    section,
    typed: { entered: form.entered, errors: errorsOf(site, problems) },
    stale: problems[0]?.code === 'stale-revision',
    summary: summaryOf(site, again.answering, problems),
  });
}

function afterSaving({ answering, section }: Loaded, { goesOn }: Form, changed: boolean): string {
  const { edition, outline, submission } = answering;
  const { sections } = outline.questionnaire;
  const next = goesOn ? sections[sections.findIndex(({ id }) => id === section.id) + 1] : undefined;
  const address = addressOf.section(edition.id, submission.country, (next ?? section).id);
  return changed ? `${address}?saved` : address;
}

const NOTHING_TYPED: Typed = { entered: new Map(), errors: new Map() };

interface Shown extends Loaded {
  readonly typed: Typed;
  readonly stale: boolean;
  readonly summary?: Summary;
  readonly saved?: SavedView;
}

function sendForm(site: Site, response: Response, shown: Shown): void {
  const frame = frameOf(site, shown.answering, shown.section);
  const page = sectionPage(site, frame, { ...shown, words: site.words });
  fresh(response).send(site.render('section', page));
}

/** A form is never kept: it shows the revision it was made from. */
const fresh = (response: Response): Response => response.set('Cache-Control', 'no-store').type('html');

function frameOf(site: Site, { edition, submission }: Answering, section: Section | undefined): Frame {
  const { words } = site;
  const { country } = submission;
  const name = site.world.library.countries.nameOf(country);
  const all = addressOf.answers(edition.id, country);
  const answers = words.say('page.crumb.answers');
  return editionFrame(site, edition, {
    title: words.say('page.answer.window', { section: section?.title ?? answers, country: name }),
    place: 'countries',
    crumbs: [
      { label: words.say('page.nav.countries'), href: addressOf.countries(edition.id) },
      { label: name, href: addressOf.country(edition.id, country) },
      ...(section === undefined ? [{ label: answers }] : [{ label: answers, href: all }, { label: section.title }]),
    ],
    modules: section === undefined ? ['saved-times.js'] : ['saved-times.js', 'answering.js'],
  });
}

function errorsOf(site: Site, problems: readonly Problem[]): ReadonlyMap<string, readonly string[]> {
  const errors = new Map<string, string[]>();
  for (const problem of problems) {
    if (problem.field === undefined) continue;
    errors.set(problem.field, [...(errors.get(problem.field) ?? []), entrySentence(site, problem)]);
  }
  return errors;
}

function summaryOf(site: Site, { outline }: Answering, problems: readonly Problem[]): Summary {
  const { words } = site;
  const faults = problems.map((problem) => {
    const point = outline.point.get(problem.field ?? '');
    const sentence = entrySentence(site, problem);
    if (point === undefined) return { href: '#form', text: sentence };
    const { number } = point.question;
    const details = { number, row: point.rowText ?? '', sentence };
    const text = words.say(point.rowText === undefined ? 'page.answer.fault' : 'page.answer.fault-row', details);
    return { href: `#${fieldId(point.key)}`, text };
  });
  const inFields = problems.some((problem) => problem.field !== undefined);
  const heading = inFields ? 'page.answer.not-saved' : 'page.answer.nothing-saved';
  return { heading: words.say(heading, { count: problems.length }), faults };
}

/** A statement is named as the form names it, not by its id. */
function entrySentence(site: Site, { details, ...problem }: Problem): string {
  const reason = REASONS.find((one) => one === details?.reason);
  if (reason === undefined) return sentenceOf(site, { ...problem, ...(details === undefined ? {} : { details }) });
  return sentenceOf(site, { ...problem, details: { ...details, reason: site.words.say(`question.reason.${reason}`) } });
}

async function savedView(site: Site, answering: Answering): Promise<SavedView> {
  const { edition, submission } = answering;
  const move = await lastMove(site.world, answering);
  const profile = addressOf.country(edition.id, submission.country);
  return { at: submission.savedAt ?? '', ...move, profile, pdf: fileAddress(profile, 'pdf') };
}
