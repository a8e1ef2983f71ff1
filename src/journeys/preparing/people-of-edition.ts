/**
 * The people of an edition: who was invited to which role of it, and whether they came.
 * Must never: name anybody to who does not run the edition (its caller has loaded it as one's own).
 */
import type { Grant } from '../../core/workflow/roles.js';
import type { Account } from '../../store/store.js';
import type { World } from '../world.js';
import type { OwnEdition } from './own-edition.js';

export interface PersonOfEdition {
  readonly account: Account;
  readonly grant: Grant;
}

/** By country and role; those of all editions are not among them. */
export async function peopleOfEdition({ store }: World, { kept }: OwnEdition): Promise<readonly PersonOfEdition[]> {
  const accounts = await store.accounts();
  const keyOf = ({ account, grant }: PersonOfEdition): string => `${grant.country ?? ''} ${grant.role} ${account.name}`;
  return accounts
    .flatMap((account) => account.grants.map((grant) => ({ account, grant })))
    .filter(({ grant }) => grant.edition === kept.id)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
