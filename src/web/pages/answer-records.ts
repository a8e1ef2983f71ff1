/**
 * What belongs to one answer: its history, and the files that support it, as downloads.
 * Must never: let a browser open an uploaded file as a page of ours.
 */
import type { Request, Response, Router } from 'express';
import { answerWords } from '../../core/report/answer-words.js';
import { CONFIDENCES, type Remark } from '../../core/workflow/statuses.js';
import { loadAnswering } from '../../journeys/answering/load-answering.js';
import { type Happening, questionHistory } from '../../journeys/answering/question-history.js';
import { readEvidence } from '../../journeys/answering/read-evidence.js';
import { addressOf } from '../addresses.js';
import { answeringFrame } from '../answering-frame.js';
import { pageOnly } from '../file-ending.js';
import type { Frame } from '../frame.js';
import { instantWords } from '../instant-words.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

/** View model of views/pages/history.ejs. */
interface HistoryPage {
  readonly frame: Frame;
  readonly number: string;
  readonly text: string;
  readonly back: string;
  readonly lines: readonly HistoryLine[];
}

interface HistoryLine {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const ALL = '/editions/:edition/countries/:country/answers';

export function answerRecordPages(site: Site, router: Router): void {
  router.all([`${ALL}/history/:question`, `${ALL}/evidence/:id`], pageOnly(site));
  router.get(`${ALL}/history/:question`, (request, response) => showHistory(site, request, response));
  router.get(`${ALL}/evidence/:id`, (request, response) => sendFile(site, request, response));
}

async function showHistory(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '', question: id = '' } = request.params as Record<string, string>;
  const person = personOf(response);
  const loaded = await loadAnswering(site.world, person, { edition, country });
  if (!loaded.ok) return sayProblems(site, response, loaded);
  const answering = loaded.value;
  const found = await questionHistory(site.world, answering, id);
  if (!found.ok || answering.edition.kind !== 'collected') {
    return sayProblems(site, response, { problems: [{ code: 'not-permitted' }] });
  }
  const { question, lines } = found.value;
  const section = answering.outline.questions.get(id)?.section.id ?? '';
  const title = site.words.say('page.delegate.history.heading', { number: question.number });
  const page = {
    frame: answeringFrame(site, answering, { title, place: 'answers', person }),
    number: question.number,
    text: question.text,
    back: `${addressOf.section(edition, country, section)}#${id}`,
    lines: lines.map(({ at, who, what }) => ({ at: instantWords(site.words, at), who, ...happeningWords(site, what) })),
  } satisfies HistoryPage;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('history', page));
}

function happeningWords({ words }: Site, what: Happening): Omit<HistoryLine, 'at' | 'who'> {
  const say = (kind: string, row = 'none'): string => words.say(`page.delegate.history.${kind}`, { row });
  switch (what.kind) {
    case 'answer': {
      const { spec, rowText } = what.point;
      const answer = (one: typeof what.before): string => answerWords(words, spec, one);
      return { what: say('answer', rowText), before: answer(what.before), after: answer(what.after) };
    }
    case 'adjusted': {
      const { spec, rowText } = what.point;
      return { what: say('adjusted', rowText), before: what.reason, after: answerWords(words, spec, what.after) };
    }
    case 'remark':
      return { what: say('remark'), before: remarkWords(words, what.before), after: remarkWords(words, what.after) };
    case 'attached':
      return { what: say('attached'), before: '', after: what.evidence.title };
    case 'withdrawn':
      return { what: say('withdrawn'), before: what.evidence.title, after: '' };
    default:
      return what satisfies never;
  }
}

function remarkWords(words: Site['words'], { confidence, comment, why }: Remark): string {
  const known = CONFIDENCES.find((one) => one === confidence);
  const sure = known === undefined ? '' : words.say(`page.delegate.confidence.${known}`);
  return [sure, why ?? '', comment ?? ''].filter((one) => one !== '').join(' · ');
}

async function sendFile(site: Site, request: Request, response: Response): Promise<void> {
  const { edition = '', country = '', id = '' } = request.params as Record<string, string>;
  const found = await readEvidence(site.world, personOf(response), { edition, country, id });
  if (!found.ok) return sayProblems(site, response, found);
  const { file, content } = found.value;
  response.attachment(file.name);
  response.set({
    'Content-Type': file.type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  });
  response.end(content);
}
