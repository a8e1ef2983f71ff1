/**
 * Setting a password by a link that was sent, and asking for such a link. A link is looked at by GET and used by POST alone, since
 * mail programs follow links by themselves.
 * Must never: tell by words, status or time whether an address has an account; use a link up by showing it.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Outcome, Problem } from '../../core/problem.js';
import { type OpenLink, openLink } from '../../journeys/accounts/links.js';
import { requestReset } from '../../journeys/accounts/own-account.js';
import { PASSWORD_LEAST } from '../../journeys/accounts/passwords.js';
import { takeUpLink } from '../../journeys/accounts/take-up-link.js';
import { addressOf } from '../addresses.js';
import { type Guarded, limitAttempts } from '../attempts.js';
import { entryView, errorsAt } from '../entry-view.js';
import { sendOneForm } from '../one-form.js';
import { signedInAs } from '../person.js';
import { beginSession } from '../session.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

const short = express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 20 });

export function passwordPages(site: Site, router: Router): void {
  const asking = limitAttempts({ perPair: 5, perAddress: 30, minutes: 60 });
  const using = limitAttempts({ perPair: 20, perAddress: 60, minutes: 15 });
  router.get(addressOf.forgotten, (_request, response) => sendForgotten(site, response, { status: 200 }));
  router.post(addressOf.forgotten, short, (request, response) =>
    askForLink({ site, attempts: asking }, request, response),
  );
  router.get('/welcome/:token', (request, response) => showLink(site, request, response));
  router.post('/welcome/:token', short, (request, response) => useLink({ site, attempts: using }, request, response));
}

interface Asked {
  readonly status: number;
  readonly email?: string;
  readonly problem?: Problem;
}

function sendForgotten(site: Site, response: Response, { status, email = '', problem }: Asked): void {
  const { words } = site;
  const problems = problem === undefined ? [] : [problem];
  const entry = { name: 'email', label: 'page.sign-in.email', type: 'email', autocomplete: 'username' } as const;
  sendOneForm(site, response, {
    status,
    heading: words.say('page.forgotten.heading'),
    lead: [words.say('page.forgotten.lead')],
    form: {
      action: addressOf.forgotten,
      problems: errorsAt(words, problems, undefined),
      entries: [entryView(words, problems, { ...entry, value: email })],
      button: words.say('page.forgotten.button'),
      username: '',
    },
    ways: [],
  });
}

async function askForLink({ site, attempts }: Guarded, request: Request, response: Response): Promise<void> {
  const { words, world } = site;
  const email = textOf(request.body, 'email');
  const problem = await attempts.count(request, response, email);
  if (problem !== undefined) return sendForgotten(site, response, { status: 429, email, problem });
  sendOneForm(site, response, {
    status: 200,
    heading: words.say('page.forgotten.sent-heading'),
    lead: [words.say('page.forgotten.sent')],
    form: undefined,
    ways: [{ label: words.say('page.sign-in.heading'), href: addressOf.signIn }],
  });
  // After the answer, which therefore takes as long for an address that nobody has.
  const sent = requestReset(world, email);
  await sent.catch((error: unknown) => request.log?.error(error));
}

async function showLink(site: Site, request: Request, response: Response): Promise<void> {
  const token = String(request.params.token);
  const link = await openLink(site.world, token);
  if (link.ok) return sendWelcome(site, response, { token, link: link.value, status: 200, problems: [] });
  sendLinkOver(site, response, link);
}

async function useLink({ site, attempts }: Guarded, request: Request, response: Response): Promise<void> {
  const { world } = site;
  const token = String(request.params.token);
  const link = await openLink(world, token);
  if (!link.ok) return sendLinkOver(site, response, link);
  const problem = await attempts.count(request, response, link.value.account.id);
  const welcome = { token, link: link.value };
  if (problem !== undefined) return sendWelcome(site, response, { ...welcome, status: 429, problems: [problem] });
  const taken = await takeUpLink(world, { token, password: textOf(request.body, 'password') });
  if (!taken.ok) {
    const isOver = taken.problems.some(({ code }) => code.startsWith('link-'));
    if (isOver) return sendLinkOver(site, response, taken);
    return sendWelcome(site, response, { ...welcome, status: 422, problems: taken.problems });
  }
  await beginSession(request, signedInAs(taken.value), world.clock());
  response.redirect(303, addressOf.desk);
}

interface Welcome {
  readonly token: string;
  readonly link: OpenLink;
  readonly status: number;
  readonly problems: readonly Problem[];
}

function sendWelcome(site: Site, response: Response, { token, link, status, problems }: Welcome): void {
  const { words } = site;
  const { name, email } = link.account;
  const about = { name, email, date: words.date(link.expires), time: link.expires.slice(11, 16) };
  const hint = words.say('page.welcome.hint', { least: PASSWORD_LEAST });
  const entry = { name: 'password', label: 'page.welcome.password', type: 'password', hint } as const;
  sendOneForm(site, response, {
    status,
    heading: words.say(`page.welcome.${link.purpose}-heading`, about),
    lead: [words.say(`page.welcome.${link.purpose}-lead`, about), words.say('page.welcome.until', about)],
    form: {
      action: addressOf.welcome(token),
      problems: errorsAt(words, problems, undefined),
      entries: [entryView(words, problems, { ...entry, autocomplete: 'new-password' })],
      button: words.say('page.welcome.button'),
      username: email,
    },
    ways: [],
  });
}

function sendLinkOver(site: Site, response: Response, link: Outcome<unknown>): void {
  const { words } = site;
  const problems = link.ok ? [] : link.problems;
  const status = problems[0]?.code === 'link-unknown' ? 404 : 410;
  sendOneForm(site, response, {
    status,
    heading: words.say('page.link-over.heading'),
    lead: errorsAt(words, problems, undefined),
    form: undefined,
    ways: [
      { label: words.say('page.link-over.again'), href: addressOf.forgotten },
      { label: words.say('page.sign-in.heading'), href: addressOf.signIn },
    ],
  });
}
