/**
 * The pages on which the secretariat of the house sees accounts and their roles, as views/pages/accounts.ejs and account-of.ejs print
 * them.
 * Must never: show a hash, a link that was sent, or a session.
 */
import type { Problem } from '../core/problem.js';
import { ROLES } from '../core/workflow/roles.js';
import { allEditions } from '../journeys/editions.js';
import type { Account } from '../store/store.js';
import { addressOf } from './addresses.js';
import { type EntryView, entryView, errorsAt } from './entry-view.js';
import type { Frame } from './frame.js';
import { grantWords } from './grant-words.js';
import type { Site } from './site.js';

/** View model of views/pages/accounts.ejs. */
export interface AccountsPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly done: string;
  readonly accounts: readonly AccountRow[];
  readonly action: string;
  readonly problems: readonly string[];
  readonly entries: readonly EntryView[];
  readonly role: RoleFields;
}

export interface AccountRow {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly status: string;
  readonly roles: readonly string[];
}

/** View model of views/pages/account-of.ejs. */
export interface AccountOfPage {
  readonly frame: Frame;
  readonly name: string;
  readonly email: string;
  readonly status: string;
  readonly done: string;
  readonly problems: readonly string[];
  readonly action: string;
  readonly grants: readonly HeldRole[];
  readonly isDisabled: boolean;
  readonly sendLabel: string;
  readonly role: RoleFields;
}

interface HeldRole {
  readonly label: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** The fields of views/partials/role-fields.ejs. */
export interface RoleFields {
  readonly roles: readonly Choice[];
  readonly editions: readonly Choice[];
  readonly country: string;
  readonly countries: readonly Choice[];
  readonly sections: string;
  readonly errors: Readonly<Record<'role' | 'edition' | 'country' | 'sections', readonly string[]>>;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface Typed {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly edition: string;
  readonly country: string;
  readonly sections: string;
}

export const NOTHING_TYPED: Typed = { email: '', name: '', role: '', edition: '', country: '', sections: '' };

export async function accountRow(site: Site, account: Account): Promise<AccountRow> {
  return {
    href: addressOf.oneAccount(account.id),
    name: account.name,
    email: account.email,
    status: statusWords(site, account),
    roles: await Promise.all(account.grants.map((grant) => grantWords(site, grant))),
  };
}

export function statusWords({ words }: Pick<Site, 'words'>, { isDisabled, passwordHash }: Account): string {
  if (isDisabled) return words.say('page.accounts.disabled');
  return words.say(passwordHash === undefined ? 'page.accounts.invited' : 'page.accounts.active');
}

export function personEntries({ words }: Site, problems: readonly Problem[], typed: Typed): readonly EntryView[] {
  return [
    entryView(words, problems, {
      name: 'name',
      label: 'page.accounts.name',
      type: 'text',
      autocomplete: 'off',
      value: typed.name,
    }),
    entryView(words, problems, {
      name: 'email',
      label: 'page.sign-in.email',
      type: 'email',
      autocomplete: 'off',
      value: typed.email,
    }),
  ];
}

export async function roleFields(site: Site, problems: readonly Problem[], typed: Typed): Promise<RoleFields> {
  const { words, world } = site;
  const editions = await allEditions(world);
  const run = editions.filter(({ kind }) => kind === 'collected');
  const countries = [...new Set(run.flatMap((edition) => edition.countries))];
  const named = countries.map((code) => ({ code, name: world.library.countries.nameOf(code) }));
  return {
    roles: ROLES.map((role) => ({ value: role, label: words.say(`page.roles.${role}`), chosen: role === typed.role })),
    editions: run.map(({ id, title }) => ({ value: id, label: title, chosen: id === typed.edition })),
    country: typed.country,
    countries: named
      .sort((a, b) => a.name.localeCompare(b.name, words.locale))
      .map(({ code, name }) => ({ value: code, label: name, chosen: code === typed.country })),
    sections: typed.sections,
    errors: {
      role: errorsAt(words, problems, 'role'),
      edition: errorsAt(words, problems, 'edition'),
      country: errorsAt(words, problems, 'country'),
      sections: errorsAt(words, problems, 'sections'),
    },
  };
}
