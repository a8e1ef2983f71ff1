/**
 * What the store answers about accounts and the links issued to them.
 * Must never: write, or hand out a row as it lies.
 */
import type { Grant } from '../core/workflow/roles.js';
import { emailKey } from './apply-account.js';
import { atOneMoment } from './at-one-moment.js';
import { byText } from './by-text.js';
import type { Account, Store } from './store.js';
import type { Tables, Work } from './tables.js';

export function makeAccountReads(reader: Work): Pick<Store, 'account' | 'accounts' | 'link'> {
  return {
    account: async (by) => {
      const [found] = await load(reader, 'id' in by ? { id: by.id } : { email_key: emailKey(by.email) });
      return found;
    },
    accounts: () => load(reader, {}),
    link: async (tokenHash) => {
      const row = await reader.selectFrom('link').where('token_hash', '=', tokenHash).selectAll().executeTakeFirst();
      if (row === undefined) return undefined;
      const { account, purpose, expires, used_at: usedAt } = row;
      return { account, purpose, expires, isUsed: usedAt !== null };
    },
  };
}

/** Sorted by e-mail address. */
async function load(
  reader: Work,
  where: { readonly id?: string; readonly email_key?: string },
): Promise<readonly Account[]> {
  const [rows, grants] = await atOneMoment(reader, async (work) => {
    let wanted = work.selectFrom('account').selectAll();
    if (where.id !== undefined) wanted = wanted.where('id', '=', where.id);
    if (where.email_key !== undefined) wanted = wanted.where('email_key', '=', where.email_key);
    const found = await wanted.execute();
    const all = work.selectFrom('role_grant').selectAll();
    const [only] = found;
    return [found, await (found.length === 1 && only ? all.where('account', '=', only.id) : all).execute()] as const;
  });
  const own = new Map<string, Tables['role_grant'][]>(rows.map((row) => [row.id, []]));
  for (const grant of grants) own.get(grant.account)?.push(grant);
  return rows.toSorted(byText((row) => row.email_key)).map((row) => accountOf(row, own.get(row.id) ?? []));
}

function accountOf(row: Tables['account'], grants: readonly Tables['role_grant'][]): Account {
  const { id, revision, email, name, password_hash: passwordHash, is_disabled: disabled } = row;
  const order = byText<Tables['role_grant']>(({ edition, country, role }) => `${edition} ${country} ${role}`);
  return {
    id,
    revision,
    email,
    name,
    isDisabled: disabled === 1,
    grants: grants.toSorted(order).map(grantOf),
    ...(passwordHash === null ? {} : { passwordHash }),
  };
}

function grantOf({ role, edition, country, sections }: Tables['role_grant']): Grant {
  return {
    role,
    edition,
    ...(country === '' ? {} : { country }),
    ...(sections === null ? {} : { sections: JSON.parse(sections) as string[] }),
  };
}
