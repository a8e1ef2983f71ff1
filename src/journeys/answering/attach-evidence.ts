/**
 * Evidence for an answer: attaching a link or a file, and taking one back. A file is looked at, decided on, kept, and only then
 * written down, so that what is written down is always there.
 * Must never: keep a file that was refused; attach the same thing to the same question twice.
 */
import { createHash, randomBytes } from 'node:crypto';
import { done, type Outcome } from '../../core/problem.js';
import { decideAttachment, decideWithdrawal } from '../../core/workflow/decide-evidence.js';
import type { Person } from '../../core/workflow/roles.js';
import type { StoredFile } from '../../core/workflow/statuses.js';
import type { World } from '../world.js';
import { type Committed, commitSubmission, type Decision } from './commit-submission.js';
import { kindOf } from './file-kinds.js';
import { fileName } from './file-name.js';
import type { Answering } from './load-answering.js';

const MEGABYTE = 2 ** 20;

export const QUOTA = { perFile: 10 * MEGABYTE, perCountry: 200 * MEGABYTE, perQuestion: 20 } as const;

/** As typed; the file as it arrived. */
export interface EvidenceEntry {
  readonly section: string;
  readonly question: string;
  readonly title: string;
  readonly address: string;
  readonly language: string;
  readonly passage: string;
  readonly date: string;
  readonly file?: { readonly name: string; readonly content: Buffer };
}

interface Asked {
  readonly person: Person;
  readonly answering: Answering;
}

/** Problems name `title`, `language`, `passage`, `date`, `address` or `file` as their field. */
export async function attachEvidence(world: World, asked: Asked, entry: EvidenceEntry): Promise<Outcome<Committed>> {
  const { file: sent } = entry;
  // Who may not, is told before anything is looked at.
  const permitted = asked.answering.may('attach-evidence', entry.section);
  if (!permitted.ok) return permitted;
  const stored = sent === undefined ? done(undefined) : storedFile(sent);
  if (!stored.ok) return stored;
  const file = stored.value;
  let id: string | undefined;
  return commitSubmission(world, asked, async (now) => {
    const first = decideOn(now, entry, { id: 'to-be-kept', ...(file === undefined ? {} : { file }) });
    if (!first.ok || isThere(now, entry, file)) return first.ok ? done({ changes: [] }) : first;
    id ??= sent === undefined ? randomBytes(16).toString('hex') : await world.evidence.keep(sent.content);
    return decideOn(now, entry, { id, ...(file === undefined ? {} : { file }) });
  });
}

/** Taking back what is not there any more changes nothing. */
export function withdrawEvidence(world: World, asked: Asked, id: string): Promise<Outcome<Committed>> {
  return commitSubmission(world, asked, (now) => {
    const own = now.submission.evidence.find((one) => one.id === id);
    const permitted = now.may('attach-evidence', sectionOf(now, own?.question));
    if (!permitted.ok) return permitted;
    const decided = decideWithdrawal(now.submission, id);
    return decided.ok ? done({ changes: decided.value }) : decided;
  });
}

const sectionOf = ({ outline }: Answering, question = ''): string | undefined =>
  outline.questions.get(question)?.section.id;

function storedFile({ name, content }: { readonly name: string; readonly content: Buffer }): Outcome<StoredFile> {
  const facts = { bytes: content.length, hash: createHash('sha256').update(content).digest('hex') };
  // What is empty or too large is refused by the decision, whatever its kind.
  if (content.length === 0 || content.length > QUOTA.perFile) return done({ name: 'file', type: '', ...facts });
  const kind = kindOf(content, name);
  return kind.ok ? done({ name: fileName(name, kind.value.ending), type: kind.value.type, ...facts }) : kind;
}

function decideOn(
  now: Answering,
  entry: EvidenceEntry,
  kept: { readonly id: string; readonly file?: StoredFile },
): Outcome<Decision> {
  const { section, question, title, address, language, passage, date } = entry;
  const permitted = now.may('attach-evidence', section);
  if (!permitted.ok) return permitted;
  const { status, evidence } = now.submission;
  const facts = { outline: now.outline, status, evidence, section, quota: QUOTA };
  const typed = { question, title, address, language, passage, date, ...kept };
  const decided = decideAttachment(facts, typed);
  return decided.ok ? done({ changes: decided.value }) : decided;
}

/** The same address or content on the same question: a button that was pressed twice. */
function isThere({ submission }: Answering, entry: EvidenceEntry, file: StoredFile | undefined): boolean {
  return submission.evidence.some(
    (one) =>
      one.question === entry.question &&
      one.title === entry.title.trim() &&
      (file === undefined ? one.address === entry.address.trim() : one.file?.hash === file.hash),
  );
}
