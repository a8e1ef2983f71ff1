/**
 * The corner of the head that belongs to whoever is asking: the way in, or the desk, the account and the way out.
 * Must never: name anybody on a page that is the same for everybody.
 */
import { type Person, VISITOR } from '../core/workflow/roles.js';
import { addressOf } from './addresses.js';
import type { Site } from './site.js';

export interface AccountMenu {
  readonly ways: readonly { readonly label: string; readonly href: string }[];
  /** Where to send the form that signs out. */
  readonly signOut?: string;
}

/** @param person absent where the page is the same for everybody: it then leads to the desk, and that asks who it is */
export function accountMenu({ say }: Pick<Site['words'], 'say'>, person?: Person): AccountMenu {
  if (person === undefined) return { ways: [{ label: say('page.account.your-desk'), href: addressOf.desk }] };
  if (person.account === VISITOR.account) {
    return { ways: [{ label: say('page.account.sign-in'), href: addressOf.signIn }] };
  }
  return {
    ways: [
      { label: say('page.account.desk'), href: addressOf.desk },
      { label: person.name, href: addressOf.account },
    ],
    signOut: addressOf.signOut,
  };
}
