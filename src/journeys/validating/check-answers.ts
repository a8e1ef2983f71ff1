/**
 * What is done with a submission at the reading desk: findings on answers, and its passing from state to state, with a message to the
 * country's delegates where it is given back to them.
 * Must never: touch an answer of the country; send a message without the change it tells of.
 */
import { type Outcome, refused } from '../../core/problem.js';
import type { SubmissionChange } from '../../core/workflow/change.js';
import { decideAssessment, type EnteredAssessment } from '../../core/workflow/decide-assessment.js';
import { decidePassage, decideReasonedPassage } from '../../core/workflow/decide-passage.js';
import type { Message } from '../../store/store.js';
import type { Answering } from '../answering/load-answering.js';
import type { World } from '../world.js';
import type { Checking } from './load-checking.js';

type Written = Promise<Outcome<{ readonly revision: number }>>;

/** Refused with `submission-stale` where the submission has moved on since `expecting`. */
export function assess(
  world: World,
  { person, answering }: Checking,
  { entered, expecting }: { readonly entered: EnteredAssessment; readonly expecting: number },
): Written {
  const { outline, submission, may } = answering;
  const permitted = may('assess');
  const changes = permitted.ok ? decideAssessment({ ...submission, outline }, entered) : permitted;
  return commit(world, { by: person.account, answering, expecting, changes });
}

const PLAIN = ['begin-validation', 'validate'] as const;
const REASONED = ['return', 'reopen', 'exclude', 'readmit'] as const;
export const PASSAGES = [...PLAIN, ...REASONED] as const;
export type PassageAction = (typeof PASSAGES)[number];

export const needsReason = (action: PassageAction): boolean => REASONED.some((one) => one === action);

export interface WantedPassage {
  readonly action: PassageAction;
  readonly reason: string;
  readonly expecting: number;
  /** Path of the country's own page, for the message. */
  readonly path: string;
}

/** A problem with the reason names `reason` as its field. */
export async function passSubmission(world: World, { person, answering }: Checking, wanted: WantedPassage): Written {
  const { action, reason, expecting } = wanted;
  const permitted = answering.may(action);
  const changes = permitted.ok ? decide(answering, action, reason) : permitted;
  const messages = changes.ok ? await messagesOf(world, answering, { ...wanted, reason: reason.trim() }) : [];
  return commit(world, { by: person.account, answering, expecting, changes, messages });
}

function decide(
  { submission }: Answering,
  action: PassageAction,
  reason: string,
): Outcome<readonly SubmissionChange[]> {
  return action === 'begin-validation' || action === 'validate'
    ? decidePassage(submission, action)
    : decideReasonedPassage(submission, action, reason);
}

/** One to each delegate of the country, where its answers are given back. */
async function messagesOf(
  world: World,
  { edition, submission }: Answering,
  wanted: WantedPassage,
): Promise<readonly Message[]> {
  const { action, reason, expecting, path } = wanted;
  const isReopened = (action === 'reopen' && submission.status === 'submitted') || action === 'readmit';
  if (action !== 'return' && !isReopened) return [];
  const template = isReopened ? 'reopened' : 'returned';
  const { country } = submission;
  const delegates = (await world.store.accounts()).filter(
    ({ isDisabled, grants }) =>
      !isDisabled &&
      grants.some((one) => one.role === 'delegate' && one.edition === edition.id && one.country === country),
  );
  const details = {
    edition: edition.title,
    country: world.library.countries.nameOf(country),
    reason,
    link: `${world.publicAddress}${path}`,
    // A deadline that has passed is not one to name.
    ...(edition.run?.closes === undefined || edition.run.closes <= world.clock() ? {} : { closes: edition.run.closes }),
  };
  return delegates.map(({ id, email, name }) => ({
    once: `${template}:${edition.id}:${country}:${expecting}:${id}`,
    to: email,
    template,
    details: { name, ...details },
  }));
}

interface Commit {
  readonly by: string;
  readonly answering: Answering;
  readonly expecting: number;
  readonly changes: Outcome<readonly SubmissionChange[]>;
  readonly messages?: readonly Message[];
}

async function commit(world: World, { by, answering, expecting, changes, messages = [] }: Commit): Written {
  const { edition, submission } = answering;
  // Who may not do it at all is not told whether the page was old.
  if (!changes.ok && changes.problems[0]?.code === 'not-permitted') return changes;
  if (submission.revision !== expecting) return refused(STALE);
  if (!changes.ok) return changes;
  const subject = { kind: 'submission', edition: edition.id, country: submission.country } as const;
  const committed = await world.store.commit(changes.value, { subject, by, at: world.clock(), expecting, messages });
  if (committed.ok || committed.problems[0]?.code !== 'stale-revision') return committed;
  return refused(STALE);
}

const STALE = { code: 'submission-stale' };
