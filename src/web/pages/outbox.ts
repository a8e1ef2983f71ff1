/**
 * The outbox: every message with its state, and its text where there is no mail server to send it.
 * Must never: be kept by anybody on the way; make a link of anything but an address of the web.
 */
import type { Request, Response, Router } from 'express';
import { type SeenMessage, seeOutbox } from '../../journeys/outbox.js';
import { isGivenUp } from '../../post/failure.js';
import { addressOf } from '../addresses.js';
import { type Frame, plainFrame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

/** View model of views/pages/outbox.ejs. */
interface OutboxView {
  readonly frame: Frame;
  readonly heading: string;
  readonly counts: string;
  readonly sendsMail: boolean;
  readonly messages: readonly MessageView[];
}

interface MessageView {
  readonly id: string;
  readonly heading: string;
  readonly to: string;
  readonly state: { readonly sign: string; readonly text: string; readonly isBad: boolean };
  readonly about: string;
  /** The text in runs, of which some are links; none where it left or is still to be written. */
  readonly runs: readonly Run[];
}

interface Run {
  readonly text: string;
  readonly isLink: boolean;
}

export function outboxPages(site: Site, router: Router): void {
  router.get(addressOf.outbox, (request, response) => show(site, request, response));
}

async function show(site: Site, _request: Request, response: Response): Promise<void> {
  const person = personOf(response);
  const seen = await seeOutbox(site.world, person);
  if (!seen.ok) return sayProblems(site, response, seen);
  const { words, world } = site;
  const messages = seen.value;
  const failed = messages.filter(hasFailed).length;
  const waiting = messages.filter(({ sentAt }) => sentAt === undefined).length - failed;
  const heading = words.say('page.outbox.heading');
  const crumbs = [{ label: words.say('page.account.desk'), href: addressOf.desk }, { label: heading }];
  const view = {
    frame: plainFrame(site, { title: heading, crumbs, person }),
    heading,
    counts: messages.length === 0 ? '' : words.say('page.outbox.counts', { waiting, failed }),
    sendsMail: world.sendsMail,
    messages: messages.map((message) => viewOf(site, message)),
  } satisfies OutboxView;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('outbox', view));
}

const hasFailed = ({ sentAt, why, attempts }: SeenMessage): boolean =>
  sentAt === undefined && why !== undefined && isGivenUp(attempts, why);

function viewOf({ words }: Site, message: SeenMessage): MessageView {
  const { id, to, template, queuedAt, attempts, text } = message;
  const tried = words.say('page.outbox.attempts', { attempts });
  return {
    id: `message-${id}`,
    heading: words.say(`page.outbox.template.${template}`),
    to: words.say('page.outbox.to', { to }),
    state: stateOf(words, message),
    about: `${words.say('page.outbox.queued', { at: instantWords(words, queuedAt) })}, ${tried}`,
    runs: text === undefined ? [] : runsOf(text),
  };
}

function stateOf(words: Site['words'], message: SeenMessage): MessageView['state'] {
  const { sentAt, why, text } = message;
  if (sentAt !== undefined) {
    const at = instantWords(words, sentAt);
    const key = text === undefined ? 'page.outbox.state.sent' : 'page.outbox.state.kept';
    return { sign: text === undefined ? '●' : '◐', text: words.say(key, { at }), isBad: false };
  }
  if (why === undefined) return { sign: '○', text: words.say('page.outbox.state.waiting'), isBad: false };
  const key = hasFailed(message) ? 'page.outbox.state.given-up' : 'page.outbox.state.again';
  return { sign: '✕', text: words.say(key, { why: whyWords(words, why) }), isBad: true };
}

/** `mail-refused 550`: a sentence, and what the server or the system called it. */
function whyWords(words: Site['words'], why: string): string {
  const [code = '', detail] = why.split(' ');
  const said = words.say(`page.outbox.why.${code}`);
  return detail === undefined ? said : `${said} (${detail})`;
}

function instantWords(words: Site['words'], instant: string): string {
  return words.say('page.outbox.instant', { date: words.date(instant), time: instant.slice(11, 16) });
}

/** Every second piece is an address, without the sign that ends its sentence. */
const runsOf = (text: string): readonly Run[] =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, place) => ({ text: piece, isLink: place % 2 === 1 }))
    .filter((run) => run.text !== '');
