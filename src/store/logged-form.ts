/**
 * A change in the form a log may keep: without hashes of secrets, texts of files and bodies of snapshots. The bodies stand
 * in tables of their own; the log says that they were written and keeps their hashes.
 * Must never: keep anything by which somebody could sign in.
 */
import type { Change } from '../core/workflow/change.js';

export function loggedForm(change: Change): Change {
  switch (change.kind) {
    case 'submission-submitted':
      return { ...change, snapshot: { answers: {}, remarks: {}, evidence: [] } };
    case 'edition-created':
      return { ...change, definition: { ...change.definition, files: {} } };
    case 'edition-published':
      return { ...change, snapshot: '' };
    case 'robustness-stored':
      return { ...change, result: '' };
    case 'link-issued':
      return { ...change, tokenHash: '' };
    case 'password-set':
      return { kind: 'password-set', passwordHash: '' };
    default:
      return change;
  }
}
