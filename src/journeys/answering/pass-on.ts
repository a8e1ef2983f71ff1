/**
 * What a country does with what it has handed in: asking to have it back, with a reason, and signing it off.
 * Must never: take it back by itself.
 */
import { done, type Outcome } from '../../core/problem.js';
import { decidePassage, decideReasonedPassage } from '../../core/workflow/decide-passage.js';
import type { Person } from '../../core/workflow/roles.js';
import type { World } from '../world.js';
import { type Committed, commitSubmission } from './commit-submission.js';
import type { Answering } from './load-answering.js';

interface Asked {
  readonly person: Person;
  readonly answering: Answering;
}

/** Asking again for the same reason changes nothing. A problem with the reason names `reason` as its field. */
export function askReopening(world: World, asked: Asked, reason: string): Promise<Outcome<Committed>> {
  return commitSubmission(world, asked, (now) => {
    const permitted = now.may('ask-reopening');
    if (!permitted.ok) return permitted;
    const { asksReopening, reason: before } = now.submission;
    const decided = decideReasonedPassage(now.submission, 'ask-reopening', reason);
    if (!decided.ok) return decided;
    const isSame = asksReopening && decided.value.some((one) => 'reason' in one && one.reason === before);
    return done({ changes: isSame ? [] : decided.value });
  });
}

/** Signing off twice is signing off once. */
export function signOff(world: World, asked: Asked): Promise<Outcome<Committed>> {
  return commitSubmission(world, asked, (now) => {
    const permitted = now.may('sign-off');
    if (!permitted.ok) {
      const isDone = permitted.problems[0]?.code === 'not-in-this-state' && now.submission.status === 'signed-off';
      return isDone ? done({ changes: [] }) : permitted;
    }
    const decided = decidePassage(now.submission, 'sign-off');
    return decided.ok ? done({ changes: decided.value }) : decided;
  });
}
