/**
 * Accounts, for the secretariat of the house: who there is, inviting somebody, and an account with its roles.
 * Must never: decide who may (the journeys ask); show a link that opens somebody's account.
 */
import express, { type Request, type Response, type Router } from 'express';
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { Person } from '../../core/workflow/roles.js';
import { inviteAccount } from '../../journeys/accounts/invite-account.js';
import {
  disableAccount,
  enableAccount,
  findAccount,
  grantRole,
  listAccounts,
  sendLink,
  withdrawRole,
} from '../../journeys/accounts/manage-accounts.js';
import type { Account } from '../../store/store.js';
import {
  type AccountOfPage,
  type AccountsPage,
  accountRow,
  NOTHING_TYPED,
  personEntries,
  roleFields,
  statusWords,
  type Typed,
} from '../accounts-view.js';
import { addressOf } from '../addresses.js';
import { errorsAt } from '../entry-view.js';
import { plainFrame } from '../frame.js';
import { grantWords } from '../grant-words.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import { readGrant } from '../read-grant.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

const short = express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 50 });
const ONE = '/desk/accounts/:account';

export function accountsPages(site: Site, router: Router): void {
  router.get(addressOf.accounts, (request, response) =>
    list(site, response, { status: 200, problems: [], typed: NOTHING_TYPED, done: doneOf(request) }),
  );
  router.post(addressOf.accounts, short, (request, response) => invite(site, request, response));
  router.get(ONE, (request, response) => showOne(site, request, response));
  router.post(ONE, short, (request, response) => act(site, request, response));
}

interface Shown {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly typed: Typed;
  /** What has just been done, as the key of its sentence; empty for nothing. */
  readonly done: string;
}

async function list(site: Site, response: Response, { status, problems, typed, done: what }: Shown): Promise<void> {
  const { words, world } = site;
  const person = personOf(response);
  const accounts = await listAccounts(world, person);
  if (!accounts.ok) return sayProblems(site, response, accounts);
  const heading = words.say('page.accounts.heading');
  const crumbs = [{ label: words.say('page.account.desk'), href: addressOf.desk }, { label: heading }];
  const page = {
    frame: plainFrame(site, { title: heading, crumbs, person }),
    heading,
    done: what === '' ? '' : words.say(`page.accounts.done-${what}`),
    accounts: await Promise.all(accounts.value.map((account) => accountRow(site, account))),
    action: addressOf.accounts,
    problems: errorsAt(words, problems, undefined),
    entries: personEntries(site, problems, typed),
    role: await roleFields(site, problems, typed),
  } satisfies AccountsPage;
  response.status(status).set('Cache-Control', 'no-store').type('html').send(site.render('accounts', page));
}

async function invite(site: Site, request: Request, response: Response): Promise<void> {
  const typed = typedIn(request.body);
  const grant = readGrant(request.body);
  const invited = grant.ok
    ? await inviteAccount(site.world, personOf(response), { ...typed, grant: grant.value })
    : grant;
  if (!invited.ok) return refuse(site, response, { problems: invited.problems, typed });
  const what = invited.value.link === undefined ? 'granted' : 'invited';
  response.redirect(303, `${addressOf.accounts}?done=${what}`);
}

/** Who may not do it gets the page for that; a mistake in the form comes back with what was typed. */
function refuse(site: Site, response: Response, { problems, typed }: Pick<Shown, 'problems' | 'typed'>): Promise<void> {
  return list(site, response, { status: 422, problems, typed, done: '' });
}

function typedIn(body: unknown): Typed {
  return {
    email: textOf(body, 'email'),
    name: textOf(body, 'name'),
    role: textOf(body, 'role'),
    edition: textOf(body, 'edition'),
    country: textOf(body, 'country'),
    sections: textOf(body, 'sections'),
  };
}

async function showOne(site: Site, request: Request, response: Response): Promise<void> {
  const account = await findAccount(site.world, personOf(response), { id: String(request.params.account) });
  if (!account.ok) return sayProblems(site, response, account);
  const shown = { status: 200, problems: [], typed: NOTHING_TYPED, done: doneOf(request) };
  await sendOne(site, response, { account: account.value, ...shown });
}

interface ShownOne extends Shown {
  readonly account: Account;
}

async function sendOne(site: Site, response: Response, shown: ShownOne): Promise<void> {
  const { words } = site;
  const { account, problems, typed } = shown;
  const crumbs = [
    { label: words.say('page.account.desk'), href: addressOf.desk },
    { label: words.say('page.accounts.heading'), href: addressOf.accounts },
    { label: account.name },
  ];
  const page = {
    frame: plainFrame(site, { title: account.name, crumbs, person: personOf(response) }),
    name: account.name,
    email: account.email,
    status: statusWords(site, account),
    done: shown.done === '' ? '' : words.say(`page.accounts.done-${shown.done}`),
    problems: errorsAt(words, problems, undefined),
    action: addressOf.oneAccount(account.id),
    grants: await Promise.all(
      account.grants.map(async (grant) => ({
        label: await grantWords(site, grant),
        fields: (['role', 'edition', 'country'] as const).map((name) => ({ name, value: grant[name] ?? '' })),
      })),
    ),
    isDisabled: account.isDisabled,
    sendLabel: words.say(
      account.passwordHash === undefined ? 'page.accounts.invite-again' : 'page.accounts.send-reset',
    ),
    role: await roleFields(site, problems, typed),
  } satisfies AccountOfPage;
  response.status(shown.status).set('Cache-Control', 'no-store').type('html').send(site.render('account-of', page));
}

async function act(site: Site, request: Request, response: Response): Promise<void> {
  const by = personOf(response);
  const found = await findAccount(site.world, by, { id: String(request.params.account) });
  if (!found.ok) return sayProblems(site, response, found);
  const account = found.value;
  const acted = await actOn(site, { by, account, body: request.body });
  if (acted.ok) return response.redirect(303, `${addressOf.oneAccount(account.id)}?done=${acted.value}`);
  const { problems } = acted;
  await sendOne(site, response, { account, status: 422, problems, typed: typedIn(request.body), done: '' });
}

interface Act {
  readonly by: Person;
  readonly account: Account;
  readonly body: unknown;
}

/** What was done, as the key of its sentence. */
async function actOn({ world }: Site, { by, account, body }: Act): Promise<Outcome<string>> {
  const what = textOf(body, 'do');
  const named = (outcome: Outcome<unknown>): Outcome<string> => (outcome.ok ? done(what) : outcome);
  if (what === 'disable') return named(await disableAccount(world, by, account));
  if (what === 'enable') return named(await enableAccount(world, by, account));
  if (what === 'link') return named(await sendLink(world, by, account));
  const grant = readGrant(body);
  if (!grant.ok) return grant;
  if (what === 'grant') return named(await grantRole(world, by, { account, grant: grant.value }));
  if (what === 'withdraw') return named(await withdrawRole(world, by, { account, grant: grant.value }));
  return refused({ code: 'form-unreadable' });
}

/** Only what has a sentence. */
const DONE = ['invited', 'granted', 'disable', 'enable', 'link', 'grant', 'withdraw'];
const doneOf = (request: Request): string => DONE.find((one) => one === request.query.done) ?? '';
