/**
 * What answers become by a list of changes: what the store will hold after the commit. Only what happens to answers counts
 * here; a list may hold anything else that happened.
 * Must never: change the answers it was given.
 */
import type { Answers } from '../survey/answers.js';
import type { Change } from './change.js';

export function applyChanges(answers: Answers, changes: readonly Change[]): Answers {
  const after = new Map(Object.entries(answers));
  for (const change of changes) {
    if (change.kind === 'answer-recorded') after.set(change.key, change.answer);
    if (change.kind === 'answer-withdrawn') after.delete(change.key);
  }
  return Object.fromEntries(after);
}
