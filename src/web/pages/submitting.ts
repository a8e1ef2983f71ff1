/**
 * Before and after handing in: the checks, submitting, the receipt, asking to have the answers back, reading what was handed in and
 * signing it off.
 * Must never: hand in by a link; each step is a form that is sent.
 */
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { findingsShown } from '../../journeys/answering/findings-shown.js';
import { type Answering, loadAnswering } from '../../journeys/answering/load-answering.js';
import { askReopening, signOff } from '../../journeys/answering/pass-on.js';
import { lastReceipt, submitAnswers } from '../../journeys/answering/submit-answers.js';
import { addressOf } from '../addresses.js';
import { type AnsweredView, answeredQuestions } from '../answered-view.js';
import { entrySentence } from '../answering-faults.js';
import { answeringFrame } from '../answering-frame.js';
import { type ChecksView, checksView } from '../checks-view.js';
import { pageOnly } from '../file-ending.js';
import type { Frame } from '../frame.js';
import { instantWords } from '../instant-words.js';
import { personOf } from '../person.js';
import { sayProblems, statusOf } from '../problem-page.js';
import { type RailView, railView } from '../rail-view.js';
import type { Site } from '../site.js';
import { type StandView, standView } from '../stand-view.js';
import { textOf } from '../text-of.js';

/** View model of views/pages/checks.ejs. */
interface ChecksPage extends ChecksView {
  readonly frame: Frame;
  readonly stand: StandView | undefined;
  readonly rail: RailView;
  /** Where to hand in; undefined where that cannot be done. */
  readonly submit: string | undefined;
  /** Why it could not be done. */
  readonly refusal: string;
  readonly receipt: ReceiptView | undefined;
}

interface ReceiptView {
  readonly at: string;
  readonly who: string;
  readonly hash: string;
  /** Whether this very page has just handed it in. */
  readonly isNew: boolean;
}

/** View model of views/pages/reopening.ejs. */
interface ReopeningPage {
  readonly frame: Frame;
  readonly stand: StandView | undefined;
  readonly action: string;
  readonly reason: string;
  readonly error: string;
}

/** View model of views/pages/sign-off.ejs. */
interface SignOffPage {
  readonly frame: Frame;
  readonly stand: StandView | undefined;
  readonly receipt: ReceiptView | undefined;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly answered: readonly AnsweredView[];
  }[];
  /** Where to sign off; undefined where that cannot be done. */
  readonly action: string | undefined;
}

const ALL = '/editions/:edition/countries/:country/answers';
const words = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 20 });

export function submittingPages(site: Site, router: Router): void {
  router.all([`${ALL}/checks`, `${ALL}/reopening`, `${ALL}/sign-off`], pageOnly(site));
  router.get(`${ALL}/checks`, answered(site, showChecks));
  router.post(`${ALL}/checks`, words, answered(site, submit));
  router.get(`${ALL}/reopening`, answered(site, showReopening));
  router.post(`${ALL}/reopening`, words, answered(site, askBack));
  router.get(`${ALL}/sign-off`, answered(site, showFrozen));
  router.post(`${ALL}/sign-off`, words, answered(site, sign));
}

interface Asked {
  readonly site: Site;
  readonly request: Request;
  readonly response: Response;
  readonly answering: Answering;
}

/** Loads the submission of the address first; in a demonstration there is none of this. */
function answered(site: Site, handle: (asked: Asked) => Promise<void>): RequestHandler {
  return async (request, response) => {
    const { edition = '', country = '' } = request.params as Record<string, string>;
    const loaded = await loadAnswering(site.world, personOf(response), { edition, country });
    if (!loaded.ok) return sayProblems(site, response, loaded);
    if (loaded.value.edition.kind !== 'collected') {
      return sayProblems(site, response, { problems: [{ code: 'not-permitted' }] });
    }
    response.set('Cache-Control', 'no-store');
    await handle({ site, request, response, answering: loaded.value });
  };
}

const placeOf = ({ edition, submission }: Answering): [string, string] => [edition.id, submission.country];

async function showChecks(asked: Asked): Promise<void> {
  return sendChecks(asked, { isNew: asked.request.query.submitted !== undefined });
}

async function submit(asked: Asked): Promise<void> {
  const { site, response, answering } = asked;
  const person = personOf(response);
  const path = addressOf.checks(...placeOf(answering));
  const done = await submitAnswers(site.world, { person, answering }, path);
  if (done.ok) return response.redirect(303, `${path}?submitted`);
  const [first] = done.problems;
  if (first?.code === 'not-permitted') return sayProblems(site, response, done);
  response.status(first?.field === undefined ? statusOf(first) : 422);
  const refusal = first?.field === undefined && first !== undefined ? entrySentence(site, first) : '';
  return sendChecks(asked, { isNew: false, refusal });
}

async function sendChecks(
  { site, response, answering }: Asked,
  { isNew, refusal = '' }: { readonly isNew: boolean; readonly refusal?: string },
): Promise<void> {
  const person = personOf(response);
  const title = site.words.say('page.delegate.nav.checks');
  const page = {
    frame: answeringFrame(site, answering, { title, place: 'checks', person }),
    stand: standView(site, person, answering),
    rail: railView(answering, 'checks'),
    ...checksView(site, answering),
    submit: answering.may('submit').ok ? addressOf.checks(...placeOf(answering)) : undefined,
    refusal,
    receipt: await receiptView(site, answering, isNew),
  } satisfies ChecksPage;
  response.type('html').send(site.render('checks', page));
}

/** Of what stands handed in; undefined once it was given back. */
async function receiptView(site: Site, answering: Answering, isNew: boolean): Promise<ReceiptView | undefined> {
  const { status } = answering.submission;
  if (status === 'not-started' || status === 'in-progress' || status === 'returned') return undefined;
  const last = await lastReceipt(site.world, answering);
  if (last === undefined) return undefined;
  const account = await site.world.store.account({ id: last.by });
  return { at: instantWords(site.words, last.at), who: account?.name ?? last.by, hash: last.hash, isNew };
}

async function showReopening({ site, response, answering }: Asked): Promise<void> {
  const permitted = answering.may('ask-reopening');
  if (!permitted.ok) return sayProblems(site, response, permitted);
  sendReopening(site, response, { answering, reason: '', error: '' });
}

async function askBack({ site, request, response, answering }: Asked): Promise<void> {
  const reason = textOf(request.body, 'reason');
  const asked = await askReopening(site.world, { person: personOf(response), answering }, reason);
  if (asked.ok) return response.redirect(303, addressOf.answers(...placeOf(answering)));
  const [first] = asked.problems;
  if (first?.field === undefined) return sayProblems(site, response, asked);
  response.status(422);
  sendReopening(site, response, { answering, reason, error: entrySentence(site, first) });
}

function sendReopening(
  site: Site,
  response: Response,
  { answering, ...typed }: { readonly answering: Answering; readonly reason: string; readonly error: string },
): void {
  const person = personOf(response);
  const title = site.words.say('page.delegate.reopening.heading');
  const page = {
    frame: answeringFrame(site, answering, { title, place: 'answers', person }),
    stand: standView(site, person, answering),
    action: addressOf.askReopening(...placeOf(answering)),
    ...typed,
  } satisfies ReopeningPage;
  response.type('html').send(site.render('reopening', page));
}

async function showFrozen({ site, response, answering }: Asked): Promise<void> {
  const person = personOf(response);
  const { outline, submission } = answering;
  const frozen = await lastReceipt(site.world, answering);
  if (frozen === undefined) return sayProblems(site, response, { problems: [{ code: 'not-permitted' }] });
  const assessments = findingsShown(submission.status) ? submission.assessments : {};
  const source = { ...frozen, assessments };
  const title = site.words.say('page.delegate.nav.sign-off');
  const here = addressOf.signOff(...placeOf(answering));
  const stand = standView(site, person, answering);
  const page = {
    frame: answeringFrame(site, answering, { title, place: 'sign-off', person }),
    stand: stand && { ...stand, acts: stand.acts.filter(({ href }) => href !== here) },
    receipt: await receiptView(site, answering, false),
    sections: outline.questionnaire.sections.map(({ id, title, questions }) => ({
      id,
      title,
      answered: answeredQuestions(site, answering, { questions, source }),
    })),
    action: answering.may('sign-off').ok ? here : undefined,
  } satisfies SignOffPage;
  response.type('html').send(site.render('sign-off', page));
}

async function sign({ site, response, answering }: Asked): Promise<void> {
  const signed = await signOff(site.world, { person: personOf(response), answering });
  if (!signed.ok) return sayProblems(site, response, signed);
  response.redirect(303, addressOf.signOff(...placeOf(answering)));
}
