/**
 * Handing a country's answers in: frozen with hash, person and time, with a receipt to its coordinators. Handing in twice is handing
 * in once.
 * Must never: submit after the closing instant; send a receipt without the submission.
 */
import { done, type Outcome } from '../../core/problem.js';
import { decideSubmission } from '../../core/workflow/decide-submission.js';
import type { Person } from '../../core/workflow/roles.js';
import type { Account, KeptSnapshot, Message } from '../../store/store.js';
import { sha256 } from '../sha256.js';
import type { World } from '../world.js';
import { commitSubmission, type Decision } from './commit-submission.js';
import type { Answering } from './load-answering.js';

export interface Receipt {
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
}

/** @param path of the page the receipt leads to */
export async function submitAnswers(
  world: World,
  { person, answering }: { readonly person: Person; readonly answering: Answering },
  path: string,
): Promise<Outcome<Receipt>> {
  const receivers = await receiversOf(world, person, answering);
  let receipt: Receipt | undefined;
  const committed = await commitSubmission(world, { person, answering }, async (now): Promise<Outcome<Decision>> => {
    const permitted = now.may('submit');
    if (!permitted.ok) {
      // Somebody, perhaps the same button, was quicker.
      receipt = await receiptOf(world, now, permitted.problems[0]?.code);
      return receipt === undefined ? permitted : done({ changes: [] });
    }
    const { outline, submission } = now;
    const { status, answers, remarks, evidence } = submission;
    const decided = decideSubmission({ outline, status, answers, remarks, evidence, hash: sha256 });
    if (!decided.ok) return decided;
    const [change] = decided.value;
    const at = world.clock();
    if (change?.kind === 'submission-submitted') receipt = { hash: change.hash, at };
    const details = { ...detailsOf(world, now, path), hash: receipt?.hash ?? '', at };
    const messages = (revision: number) => receivers.map((to) => messageTo(to, now, { revision, details }));
    return done({ changes: decided.value, messages });
  });
  if (!committed.ok) return committed;
  return done(receipt ?? { hash: '', at: world.clock() });
}

/** What was handed in last; undefined where nothing was, or what is there now is no submission. */
export async function lastReceipt(world: World, { edition, submission }: Answering): Promise<KeptSnapshot | undefined> {
  const [last] = await world.store.snapshots(edition.id, submission.country);
  return last;
}

async function receiptOf(world: World, now: Answering, code: string | undefined): Promise<Receipt | undefined> {
  if (code !== 'not-in-this-state' || now.submission.status !== 'submitted') return undefined;
  const last = await lastReceipt(world, now);
  return last === undefined ? undefined : { hash: last.hash, at: last.at };
}

/** Whoever hands in, and the country's delegates. */
async function receiversOf({ store }: World, person: Person, { edition, submission }: Answering) {
  const isDelegate = ({ grants }: Account): boolean =>
    grants.some(
      (grant) => grant.role === 'delegate' && grant.edition === edition.id && grant.country === submission.country,
    );
  const accounts = await store.accounts();
  return accounts.filter((one) => !one.isDisabled && (one.id === person.account || isDelegate(one)));
}

function detailsOf({ library, publicAddress }: World, { edition, submission }: Answering, path: string) {
  const country = library.countries.nameOf(submission.country);
  return { edition: edition.title, country, link: `${publicAddress}${path}` };
}

interface Told {
  readonly revision: number;
  readonly details: Readonly<Record<string, string>>;
}

function messageTo({ id, email, name }: Account, { edition, submission }: Answering, told: Told): Message {
  const once = `receipt:${edition.id}:${submission.country}:${told.revision}:${id}`;
  return { once, to: email, template: 'receipt', details: { ...told.details, name } };
}
