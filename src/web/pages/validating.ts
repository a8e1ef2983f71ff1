/**
 * The reading desk: a country's submission section by section, findings on its answers, and its passing from state to state.
 * Must never: be a country's; change anything by a GET.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Outcome, Problem } from '../../core/problem.js';
import type { Section } from '../../core/survey/questionnaire.js';
import type { EnteredAssessment } from '../../core/workflow/decide-assessment.js';
import {
  assess,
  needsReason,
  PASSAGES,
  type PassageAction,
  passSubmission,
} from '../../journeys/validating/check-answers.js';
import { type Checking, loadChecking, type Passage, passagesOf } from '../../journeys/validating/load-checking.js';
import { addressOf } from '../addresses.js';
import { fieldId } from '../cell-view.js';
import { type CheckedQuestion, checkedQuestions, type TypedAdjustment, unfound } from '../checking-view.js';
import { deskFrame } from '../desk-frame.js';
import { errorsAt } from '../entry-view.js';
import { type FaultLink, faultLinks } from '../fault-links.js';
import { readForm } from '../form-entries.js';
import type { Frame } from '../frame.js';
import { instantWords } from '../instant-words.js';
import { personOf } from '../person.js';
import { sayProblems, statusOf } from '../problem-page.js';
import { revisionOf } from '../settings-form.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

/** View model of views/pages/checking.ejs. */
interface CheckingPage {
  readonly frame: Frame;
  readonly country: string;
  readonly status: string;
  readonly facts: readonly string[];
  /** Why it was returned, reopened or excluded, or what it asks reopening for. */
  readonly reason: string;
  readonly faults: readonly FaultLink[];
  readonly done: string;
  readonly action: string;
  readonly revision: number;
  readonly sections: readonly SectionLink[];
  readonly section: { readonly id: string; readonly title: string };
  readonly questions: readonly CheckedQuestion[];
  readonly mayAssess: boolean;
  /** Answers of the section that nobody has looked at. */
  readonly left: readonly string[];
  readonly passages: readonly PassageView[];
  readonly history: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly reason: string;
  }[];
}

interface SectionLink {
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
  readonly answered: number;
  readonly asked: number;
  /** How many answers wait to be looked at. */
  readonly left: number;
  readonly checks: number;
}

interface PassageView {
  readonly action: PassageAction;
  readonly label: string;
  readonly hint: string;
  readonly needsReason: boolean;
  readonly reason: string;
  readonly errors: readonly string[];
}

const PAGE = '/desk/editions/:edition/submissions/:country';

export function validatingPages(site: Site, router: Router): void {
  const form = express.urlencoded({ extended: false, limit: '500kb', parameterLimit: 2000 });
  router.get(PAGE, (request, response) => show(site, request, response));
  router.post(PAGE, form, (request, response) => act(site, request, response));
}

async function load(site: Site, request: Request, response: Response): Promise<Checking | undefined> {
  const { edition = '', country = '' } = request.params as Record<string, string>;
  const loaded = await loadChecking(site.world, personOf(response), { edition, country });
  if (loaded.ok) return loaded.value;
  sayProblems(site, response, loaded);
  return undefined;
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const checking = await load(site, request, response);
  if (checking === undefined) return;
  const done = DONE.find((one) => one === request.query.done);
  const said = done === undefined ? '' : site.words.say(`page.desk.checking.done-${done}`);
  await send(site, response, {
    checking,
    section: sectionOf(checking, request.query.section),
    problems: [],
    done: said,
  });
}

const DONE = ['finding', ...PASSAGES] as const;

function sectionOf({ answering }: Checking, id: unknown): Section {
  const { sections } = answering.outline.questionnaire;
  const section = sections.find((one) => one.id === id) ?? sections[0];
  return section ?? { id: '', title: '', questions: [] };
}

async function act(site: Site, request: Request, response: Response): Promise<void> {
  const checking = await load(site, request, response);
  if (checking === undefined) return;
  const { body } = request as { body: unknown };
  const wanted = textOf(body, 'do');
  const section = sectionOf(checking, textOf(body, 'section'));
  const passage = PASSAGES.find((one) => one === wanted);
  const finding = passage === undefined ? readFinding(checking, section, body) : undefined;
  if (passage === undefined && finding === undefined) {
    return sayProblems(site, response, { problems: [{ code: 'form-unreadable' }] });
  }
  const written = await write(site, checking, { passage, finding, body });
  const { edition, submission } = checking.answering;
  if (written.ok) {
    const address = addressOf.checking(edition.id, submission.country, section.id);
    const done = `&done=${passage ?? 'finding'}`;
    return response.redirect(303, `${address}${done}${finding === undefined ? '' : `#${questionOf(finding)}`}`);
  }
  const [problem] = written.problems;
  if (problem?.code === 'not-permitted') return sayProblems(site, response, written);
  const again = await load(site, request, response);
  if (again === undefined) return;
  const { problems } = written;
  const reason = textOf(body, 'reason');
  response.status(problem?.field === undefined ? statusOf(problem) : 422);
  const typed = finding?.finding === 'adjusted' ? { ...finding, problems } : undefined;
  await send(site, response, { checking: again, section, problems, typed, passage, reason, done: '' });
}

const questionOf = (finding: EnteredAssessment): string =>
  finding.finding === 'accepted' ? '' : (finding.key.split('/')[0] ?? '');

interface Wanted {
  readonly passage: PassageAction | undefined;
  readonly finding: EnteredAssessment | undefined;
  readonly body: unknown;
}

async function write(
  { world }: Site,
  checking: Checking,
  { passage, finding, body }: Wanted,
): Promise<Outcome<unknown>> {
  const expecting = revisionOf(textOf(body, 'revision'));
  const { edition, submission } = checking.answering;
  const path = addressOf.answers(edition.id, submission.country);
  if (passage !== undefined) {
    return passSubmission(world, checking, { action: passage, reason: textOf(body, 'reason'), expecting, path });
  }
  return finding === undefined
    ? { ok: true, value: undefined }
    : assess(world, checking, { entered: finding, expecting });
}

/** Accepting names one answer, or all of the section that nobody has looked at. */
function readFinding(checking: Checking, section: Section, body: unknown): EnteredAssessment | undefined {
  const key = textOf(body, 'key');
  switch (textOf(body, 'do')) {
    case 'accept':
      return { finding: 'accepted', keys: [key] };
    case 'accept-section':
      return { finding: 'accepted', keys: unfound(checking, section) };
    case 'withdraw':
      return { finding: 'withdrawn', key };
    case 'adjust': {
      const entered = readForm(checking.answering.outline, body).answers.get(key) ?? { values: [] };
      return { finding: 'adjusted', key, entered, reason: textOf(body, 'reason') };
    }
    default:
      return undefined;
  }
}

interface Shown {
  readonly checking: Checking;
  readonly section: Section;
  readonly problems: readonly Problem[];
  readonly typed?: TypedAdjustment | undefined;
  readonly passage?: PassageAction | undefined;
  readonly reason?: string;
  readonly done: string;
}

async function send(site: Site, response: Response, shown: Shown): Promise<void> {
  const { words } = site;
  const { checking, section, typed, problems } = shown;
  const { answering, person } = checking;
  const { edition, submission } = answering;
  const country = site.world.library.countries.nameOf(submission.country);
  const history = await passagesOf(site.world, checking);
  const at = typed === undefined ? (shown.passage ?? 'faults') : fieldId(typed.key);
  const page = {
    frame: deskFrame(site, edition, { title: country, person, place: '' }),
    country,
    status: words.say(`page.desk.status.${submission.status}`),
    facts: factsOf(site, checking),
    reason: submission.reason ?? '',
    faults: faultLinks(words, problems, (field) => (field === 'reason' ? `reason-${at}` : fieldId(field))),
    done: shown.done,
    action: addressOf.checking(edition.id, submission.country),
    revision: submission.revision,
    sections: sectionLinks(checking, section),
    section: { id: section.id, title: section.title },
    questions: checkedQuestions(site, checking, { section, typed }),
    mayAssess: answering.may('assess').ok,
    left: unfound(checking, section),
    passages: passageViews(site, shown),
    history: history.map((one) => historyLine(site, one)),
  } satisfies CheckingPage;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('checking', page));
}

function factsOf({ words }: Site, { answering, checks }: Checking): readonly string[] {
  const { progress, submission } = answering;
  const { answered, asked } = progress;
  const errors = checks.filter(({ level }) => level === 'error').length;
  return [
    words.say('page.answer.stand', { answered, asked }),
    ...(submission.savedAt === undefined
      ? []
      : [words.say('page.desk.checking.last', { at: instantWords(words, submission.savedAt) })]),
    ...(checks.length === 0
      ? []
      : [words.say('page.desk.checking.checks', { errors, warnings: checks.length - errors })]),
  ];
}

function sectionLinks(checking: Checking, current: Section): readonly SectionLink[] {
  const { edition, outline, progress, submission } = checking.answering;
  return outline.questionnaire.sections.map((section) => {
    const { id, title } = section;
    const count = progress.sections.find((one) => one.id === id);
    return {
      title,
      href: addressOf.checking(edition.id, submission.country, id),
      current: id === current.id,
      answered: count?.answered ?? 0,
      asked: count?.asked ?? 0,
      left: unfound(checking, section).length,
      checks: checking.checks.filter(({ question }) => outline.questions.get(question)?.section.id === id).length,
    };
  });
}

function passageViews({ words }: Site, { checking, passage, reason = '', problems }: Shown): readonly PassageView[] {
  return PASSAGES.filter((action) => checking.answering.may(action).ok).map((action) => ({
    action,
    label: words.say(`page.desk.passage.${action}`),
    hint: words.say(`page.desk.passage.${action}-hint`),
    needsReason: needsReason(action),
    reason: action === passage ? reason : '',
    errors: action === passage ? errorsAt(words, problems, 'reason') : [],
  }));
}

function historyLine({ words }: Site, { at, who, change }: Passage): CheckingPage['history'][number] {
  const key = 'key' in change ? change.key : '';
  const assessed = change.kind === 'answer-assessed' ? change.assessment : undefined;
  const what = assessed === undefined ? change.kind : `answer-${assessed.finding}`;
  const reason = assessed?.finding === 'adjusted' ? assessed.reason : 'reason' in change ? change.reason : '';
  return { at: instantWords(words, at), who, what: words.say(`page.desk.happened.${what}`, { key }), reason };
}
