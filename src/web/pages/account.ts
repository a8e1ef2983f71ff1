/**
 * One's own account: who I am here, what I may do, a new password, and the way out on every computer at once.
 * Must never: change a password without the present one.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../core/problem.js';
import { changePassword, signOutEverywhere } from '../../journeys/accounts/own-account.js';
import { PASSWORD_LEAST } from '../../journeys/accounts/passwords.js';
import type { Account } from '../../store/store.js';
import { addressOf } from '../addresses.js';
import { askToSignIn } from '../ask-to-sign-in.js';
import { type Guarded, limitAttempts } from '../attempts.js';
import { type EntryView, entryView, errorsAt } from '../entry-view.js';
import { type Frame, plainFrame } from '../frame.js';
import { grantWords } from '../grant-words.js';
import { personOf, signedInAs } from '../person.js';
import { sayProblems } from '../problem-page.js';
import { beginSession } from '../session.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

/** View model of views/pages/account.ejs. */
interface AccountPage {
  readonly frame: Frame;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly saved: boolean;
  readonly problems: readonly string[];
  readonly entries: readonly EntryView[];
  readonly password: string;
  readonly everywhere: string;
}

const short = express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 20 });

export function accountPages(site: Site, router: Router): void {
  const attempts = limitAttempts({ perPair: 6, perAddress: 100, minutes: 15 });
  router.get(addressOf.account, (request, response) => show(site, request, response));
  router.post(addressOf.password, short, (request, response) => setPassword({ site, attempts }, request, response));
  router.post(addressOf.signOutEverywhere, (request, response) => endAll(site, request, response));
}

async function ownAccount(site: Site, response: Response): Promise<Account | undefined> {
  return site.world.store.account({ id: personOf(response).account });
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const account = await ownAccount(site, response);
  // What would have been sent here is a password: it is not carried through signing in.
  if (account === undefined) return askToSignIn(site, request, response);
  await send(site, response, { account, status: 200, problems: [], saved: request.query.saved !== undefined });
}

interface Shown {
  readonly account: Account;
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly saved: boolean;
}

async function send(site: Site, response: Response, { account, status, problems, saved }: Shown): Promise<void> {
  const { words } = site;
  const heading = words.say('page.account.heading');
  const hint = words.say('page.welcome.hint', { least: PASSWORD_LEAST });
  const page = {
    frame: plainFrame(site, { title: heading, crumbs: [{ label: heading }], person: personOf(response) }),
    name: account.name,
    email: account.email,
    roles: await Promise.all(account.grants.map((grant) => grantWords(site, grant))),
    saved,
    problems: errorsAt(words, problems, undefined),
    entries: [
      entryView(words, problems, {
        name: 'present',
        label: 'page.account.present',
        type: 'password',
        autocomplete: 'current-password',
      }),
      entryView(words, problems, {
        name: 'password',
        label: 'page.welcome.password',
        type: 'password',
        autocomplete: 'new-password',
        hint,
      }),
    ],
    password: addressOf.password,
    everywhere: addressOf.signOutEverywhere,
  } satisfies AccountPage;
  response.status(status).set('Cache-Control', 'no-store').type('html').send(site.render('account', page));
}

async function setPassword({ site, attempts }: Guarded, request: Request, response: Response): Promise<void> {
  const { world } = site;
  const account = await ownAccount(site, response);
  if (account === undefined) return response.redirect(303, addressOf.signIn);
  const tooMany = await attempts.count(request, response, account.id);
  if (tooMany !== undefined) {
    return send(site, response, { account, status: 429, problems: [tooMany], saved: false });
  }
  const next = textOf(request.body, 'password');
  const changed = await changePassword(world, account.id, { present: textOf(request.body, 'present'), next });
  if (!changed.ok) return send(site, response, { account, status: 422, problems: changed.problems, saved: false });
  await attempts.forgive(request, account.id);
  // Every session has ended; this browser has just shown that it knows the password.
  await beginSession(request, signedInAs(changed.value), world.clock());
  response.redirect(303, `${addressOf.account}?saved`);
}

async function endAll(site: Site, _request: Request, response: Response): Promise<void> {
  const ended = await signOutEverywhere(site.world, personOf(response).account);
  if (!ended.ok) return sayProblems(site, response, ended);
  response.redirect(303, addressOf.signIn);
}
