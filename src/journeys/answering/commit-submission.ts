/**
 * Decide, commit, and where somebody else was quicker, decide again on what is there now. Every write of a country goes this way.
 * Must never: repeat a commit on facts that have moved on.
 */
import { done, type Outcome } from '../../core/problem.js';
import type { SubmissionChange } from '../../core/workflow/change.js';
import { type Person, VISITOR } from '../../core/workflow/roles.js';
import type { Message } from '../../store/store.js';
import type { World } from '../world.js';
import { type Answering, reload } from './load-answering.js';

/** What is to be written, and what goes out because of it. */
export interface Decision {
  readonly changes: readonly SubmissionChange[];
  readonly messages?: (revision: number) => readonly Message[];
}

export interface Committed {
  readonly revision: number;
  /** How many changes there were. */
  readonly changes: number;
  /** As it was decided on, before the change. */
  readonly answering: Answering;
}

/** Enough for everybody of a country to save in the same instant. */
const ATTEMPTS = 40;

/** @param decide asked anew, with the permission in it, for each state of the submission */
export async function commitSubmission(
  world: World,
  { person, answering }: { readonly person: Person; readonly answering: Answering },
  decide: (answering: Answering) => Outcome<Decision> | Promise<Outcome<Decision>>,
): Promise<Outcome<Committed>> {
  for (let attempt = 1, now = answering; ; attempt += 1, now = await reload(world, person, now)) {
    const decided = await decide(now);
    if (!decided.ok) return decided;
    const { changes, messages } = decided.value;
    const { country, revision } = now.submission;
    if (changes.length === 0) return done({ revision, changes: 0, answering: now });
    const committed = await world.store.commit(changes, {
      subject: { kind: 'submission', edition: now.edition.id, country },
      by: authorOf(world, person),
      at: world.clock(),
      expecting: revision,
      ...(messages === undefined ? {} : { messages: messages(revision + 1) }),
    });
    if (committed.ok) return done({ revision: committed.value.revision, changes: changes.length, answering: now });
    if (committed.problems[0]?.code !== 'stale-revision' || attempt === ATTEMPTS) return committed;
  }
}

/** Who writes in a demonstration without an account is written down as a visitor. */
function authorOf({ words }: World, { account }: Person): string {
  return account === VISITOR.account ? words.say('page.answer.visitor') : account;
}
