/**
 * What answers become by a list of changes: what the store will hold after the commit.
 * Must never: change the answers it was given.
 */
import type { Answers } from '../survey/answers.js';
import type { Change } from './change.js';

export function applyChanges(answers: Answers, changes: readonly Change[]): Answers {
  const after = new Map(Object.entries(answers));
  for (const change of changes) {
    switch (change.kind) {
      case 'answer-recorded':
        after.set(change.key, change.answer);
        break;
      case 'answer-withdrawn':
        after.delete(change.key);
        break;
      default:
        change satisfies never;
    }
  }
  return Object.fromEntries(after);
}
