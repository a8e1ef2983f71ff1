/**
 * `alidade accounts`: the way in before there is anybody, and the way back in when nobody can sign in any more. Whoever may write to
 * the data folder may do all of this.
 * Must never: take or print a password; let somebody be told of a link but by it.
 */
import { type Command, Option } from 'commander';
import type { Outcome } from '../core/problem.js';
import { type Grant, ROLES, type Role } from '../core/workflow/roles.js';
import type { World } from '../journeys/world.js';
import type { Account } from '../store/store.js';
import { COMMAND_LINE } from './operator.js';
import { FINE, PROBLEMS, type Shell } from './shell.js';
import { withWorld } from './with-world.js';

type Journeys = typeof import('../journeys/accounts/manage-accounts.js');

interface RoleOptions {
  readonly role: Role;
  readonly edition: string;
  readonly country?: string;
  readonly sections?: string;
}

const EXAMPLES = `
Examples:
  alidade accounts add ana@stats.example --name "Ana Reyes" --role secretariat
  alidade accounts add li@data.example --name "Li Wen" --role delegate --edition index-2026 --country KOR
  alidade accounts role li@data.example --role validator --edition index-2026

Exit code: 0 done, 1 it could not be done, 2 wrong use.`;

export function addAccounts(program: Command, shell: Shell): void {
  const accounts = program.command('accounts').description('people and their roles').addHelpText('after', EXAMPLES);
  addAdd(accounts, shell);
  accounts
    .command('list')
    .description('list accounts: address, name, state, roles; columns are parted by tabs')
    .action(() => asked(shell, listed));
  withRole(accounts.command('role <email>').description('give somebody a role, or take it away'))
    .option('--withdraw', 'take the role away')
    .action((email: string, options: RoleOptions & { readonly withdraw?: true }) =>
      asked(shell, (world, journeys) => changeRole({ world, journeys }, email, options)),
    );
  const ACTS = [
    ['disable', 'sign somebody out everywhere and let him or her in no more', 'disableAccount'],
    ['enable', 'let somebody in again', 'enableAccount'],
  ] as const;
  for (const [name, description, journey] of ACTS) {
    accounts
      .command(`${name} <email>`)
      .description(description)
      .action((email: string) =>
        asked(shell, (world, journeys) =>
          onAccount({ world, journeys }, email, async (account) => {
            const acted = await journeys[journey](world, COMMAND_LINE, account);
            return acted.ok ? { ok: true, value: `${account.email}: ${name}d\n` } : acted;
          }),
        ),
      );
  }
  accounts
    .command('reset <email>')
    .description('print a link by which to set a new password, and send it')
    .action((email: string) => asked(shell, (world, journeys) => reset({ world, journeys }, email)));
}

function withRole(command: Command): Command {
  return command
    .addOption(new Option('--role <role>', 'what he or she does').choices(ROLES).makeOptionMandatory())
    .option('--edition <id>', 'where; all editions for the secretariat and validators', '*')
    .option('--country <code>', 'for which country: delegates, contributors and signatories')
    .option('--sections <ids>', 'for contributors: ids of their sections, with commas between them; all when left out');
}

function addAdd(accounts: Command, shell: Shell): void {
  withRole(
    accounts
      .command('add <email>')
      .description('invite somebody: print a link by which to choose a password, and send it'),
  )
    .requiredOption('--name <name>', 'name of the person')
    .action((email: string, options: RoleOptions & { readonly name: string }) =>
      asked(shell, async (world) => {
        const { inviteAccount } = await import('../journeys/accounts/invite-account.js');
        const { name } = options;
        const invited = await inviteAccount(world, COMMAND_LINE, { email, name, grant: grantOf(options) });
        if (!invited.ok) return invited;
        const { link, expires = '' } = invited.value;
        return said(
          link === undefined ? `${email} has a password already, and the role now\n` : linkLines(link, expires),
        );
      }),
    );
}

const said = (text: string): Outcome<string> => ({ ok: true, value: text });
const linkLines = (link: string, expires: string): string => `${link}\nworks once, until ${expires}\n`;

/** Runs a command and prints what it says, or why it could not be done. */
function asked(shell: Shell, work: (world: World, journeys: Journeys) => Promise<Outcome<string>>): Promise<void> {
  return withWorld(shell, async (world) => {
    const outcome = await work(world, await import('../journeys/accounts/manage-accounts.js'));
    if (outcome.ok) shell.out(outcome.value);
    else for (const { code, details } of outcome.problems) shell.err(`${world.words.say(code, details)}\n`);
    shell.finish(outcome.ok ? FINE : PROBLEMS);
  });
}

interface At {
  readonly world: World;
  readonly journeys: Journeys;
}

async function onAccount(
  { world, journeys }: At,
  email: string,
  work: (account: Account) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const account = await journeys.findAccount(world, COMMAND_LINE, { email });
  return account.ok ? work(account.value) : account;
}

async function listed(world: World, journeys: Journeys): Promise<Outcome<string>> {
  const accounts = await journeys.listAccounts(world, COMMAND_LINE);
  if (!accounts.ok) return accounts;
  return said(accounts.value.map((account) => `${lineOf(account)}\n`).join(''));
}

function lineOf({ email, name, isDisabled, passwordHash, grants }: Account): string {
  const state = isDisabled ? 'disabled' : passwordHash === undefined ? 'invited' : 'active';
  const roles = grants.map(({ role, edition, country, sections }) =>
    [role, edition, country, sections?.join('+')].filter((one) => one !== undefined).join(':'),
  );
  return [email, name, state, roles.join(' ')].join('\t');
}

function changeRole(at: At, email: string, options: RoleOptions & { readonly withdraw?: true }) {
  const { world, journeys } = at;
  return onAccount(at, email, async (account) => {
    const change = { account, grant: grantOf(options) };
    const work = options.withdraw ? journeys.withdrawRole : journeys.grantRole;
    const changed = await work(world, COMMAND_LINE, change);
    if (!changed.ok) return changed;
    return said(`${account.email}: ${options.role} ${options.withdraw ? 'withdrawn' : 'given'}\n`);
  });
}

function reset(at: At, email: string): Promise<Outcome<string>> {
  return onAccount(at, email, async (account) => {
    const sent = await at.journeys.sendLink(at.world, COMMAND_LINE, account);
    return sent.ok ? said(linkLines(sent.value.link, sent.value.expires)) : sent;
  });
}

function grantOf({ role, edition, country, sections }: RoleOptions): Grant {
  return {
    role,
    edition,
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
    ...(sections === undefined ? {} : { sections: sections.split(',').map((one) => one.trim()) }),
  };
}
