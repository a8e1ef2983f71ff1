/**
 * A subject as the tables name it, and the stamp of a commit to one kind of subject.
 * Must never: know what may happen to a subject.
 */
import type { Change } from '../core/workflow/change.js';
import type { Stamp, Subject } from './store.js';

export type SubjectOf<Kind extends Subject['kind']> = Extract<Subject, { readonly kind: Kind }>;
export type StampOf<Kind extends Subject['kind']> = Stamp & { readonly subject: SubjectOf<Kind> };

/** The columns by which a line of the log names its subject; '' for what it has none of. */
export function columnsOf(subject: Subject): { edition: string; country: string; account: string } {
  switch (subject.kind) {
    case 'submission':
      return { edition: subject.edition, country: subject.country, account: '' };
    case 'edition':
      return { edition: subject.edition, country: '', account: '' };
    case 'account':
      return { edition: '', country: '', account: subject.account };
    case 'robustness':
      // Of all its countries together: no country has this code.
      return { edition: subject.edition, country: '*', account: '' };
  }
}

/** A change that was stamped with the wrong kind of subject is a bug of the caller. */
export function misplaced(change: Change, subject: Subject): Error {
  return new Error(`a change '${change.kind}' does not belong to a subject of kind '${subject.kind}'`);
}
