/**
 * What the log says the present is, beside answers and revisions: who holds which role, where submissions and editions stand, what was
 * remarked, proved and assessed, and what was frozen. Each fact is a text under a key, once as the log tells it and once as it stands.
 * Must never: take a frozen body by the hash that stands beside it; it is hashed anew.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/workflow/canonical-json.js';
import type { Change } from '../core/workflow/change.js';
import type { Grant } from '../core/workflow/roles.js';
import type { LogLine } from './log-line.js';
import type { Work } from './tables.js';

/** Texts by key; a key is JSON, its first part what kind of fact it is. */
export type Facts = Map<string, string>;

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Lays what one line says over what the lines before said. */
export function tellFact(facts: Facts, line: LogLine, change: Change): void {
  const { edition, country, account, revision } = line;
  const own = (kind: string, part: string): string => keyOf(kind, edition, country, part);
  switch (change.kind) {
    case 'role-granted':
      facts.set(grantKey(account, change.grant), JSON.stringify(change.grant.sections ?? null));
      return;
    case 'role-withdrawn':
      facts.delete(grantKey(account, change.grant));
      return;
    case 'account-disabled':
      facts.set(keyOf('disabled', account), 'yes');
      return;
    case 'account-enabled':
      facts.delete(keyOf('disabled', account));
      return;
    case 'remark-recorded':
      lay(facts, own('remark', change.question), JSON.stringify(change.remark));
      return;
    case 'evidence-attached':
      facts.set(own('evidence', change.evidence.id), JSON.stringify(change.evidence));
      return;
    case 'evidence-withdrawn':
      facts.delete(own('evidence', change.id));
      return;
    case 'answer-assessed':
      facts.set(own('assessment', change.key), JSON.stringify(change.assessment));
      return;
    case 'assessment-withdrawn':
      facts.delete(own('assessment', change.key));
      return;
    case 'submission-submitted':
      facts.set(keyOf('snapshot', edition, country, revision), change.hash);
      break;
    case 'edition-published':
      facts.set(keyOf('publication', edition, change.number), change.hash);
      break;
    case 'robustness-stored': {
      const { number, fingerprint, hash } = change;
      facts.set(keyOf('robustness', edition, number), JSON.stringify([line.at, line.by, fingerprint, hash, hash]));
      return;
    }
    default:
  }
  const key = keyOf('status', edition, country);
  const status = statusAfter(change, facts.get(key));
  if (status !== undefined) facts.set(key, status);
}

/** Where a submission or an edition stands after a change; undefined where the change does not move it. */
function statusAfter(change: Change, before: string | undefined): string | undefined {
  if (change.kind === 'edition-moved') return change.to;
  if (change.kind === 'submission-reopened') {
    return before === 'validated' || before === 'signed-off' ? 'in-validation' : 'in-progress';
  }
  return STATUS_AFTER[change.kind];
}

const STATUS_AFTER: Readonly<Partial<Record<Change['kind'], string>>> = {
  'submission-begun': 'in-progress',
  'submission-submitted': 'submitted',
  'validation-begun': 'in-validation',
  'submission-returned': 'returned',
  'submission-validated': 'validated',
  'submission-signed-off': 'signed-off',
  'submission-excluded': 'excluded',
  'submission-readmitted': 'in-progress',
  'edition-created': 'preparing',
  'edition-published': 'published',
};

/** An empty remark is none. */
function lay(facts: Facts, key: string, text: string): void {
  if (text === '{}') facts.delete(key);
  else facts.set(key, text);
}

const grantKey = (account: string, { role, edition, country = '' }: Grant): string =>
  keyOf('role', account, role, edition, country);

/** As it stands. Submissions that are older than their log has statuses have none in it, and none is asked of them. */
export async function presentFacts(work: Work, told: Facts): Promise<Facts> {
  return new Map([
    ...(await ofPeople(work)),
    ...(await ofParts(work)),
    ...(await ofFrozen(work)),
    ...(await ofAnalyses(work)),
    ...(await statuses(work)).filter(([key]) => told.has(key)),
  ]);
}

type Fact = readonly [key: string, text: string];

async function ofPeople(work: Work): Promise<readonly Fact[]> {
  const grants = await work.selectFrom('role_grant').selectAll().execute();
  const disabled = await work.selectFrom('account').where('is_disabled', '=', 1).select('id').execute();
  return [
    ...grants.map(({ account, sections, ...grant }): Fact => [grantKey(account, grant as Grant), sections ?? 'null']),
    ...disabled.map(({ id }): Fact => [keyOf('disabled', id), 'yes']),
  ];
}

async function ofParts(work: Work): Promise<readonly Fact[]> {
  const remarks = await work.selectFrom('remark').selectAll().execute();
  const evidence = await work.selectFrom('evidence').selectAll().execute();
  const assessments = await work.selectFrom('assessment').selectAll().execute();
  return [
    ...remarks.map((row): Fact => [keyOf('remark', row.edition, row.country, row.question), row.remark]),
    ...evidence.map((row): Fact => [keyOf('evidence', row.edition, row.country, row.id), row.evidence]),
    ...assessments.map((row): Fact => [keyOf('assessment', row.edition, row.country, row.key), row.assessment]),
  ];
}

/** Bodies by the hash they have now. */
async function ofFrozen(work: Work): Promise<readonly Fact[]> {
  const publications = await work.selectFrom('publication').select(['edition', 'number', 'snapshot']).execute();
  const snapshots = await work
    .selectFrom('submission_snapshot')
    .select(['edition', 'country', 'revision', 'snapshot'])
    .execute();
  return [
    ...publications.map((row): Fact => [keyOf('publication', row.edition, row.number), sha256(row.snapshot)]),
    ...snapshots.map(
      (row): Fact => [
        keyOf('snapshot', row.edition, row.country, row.revision),
        sha256(canonicalJson(JSON.parse(row.snapshot))),
      ],
    ),
  ];
}

/** One by one: together they may be more than there is memory for. */
async function ofAnalyses(work: Work): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  const keys = await work.selectFrom('robustness').select(['edition', 'number']).execute();
  for (const { edition, number } of keys) {
    const row = work.selectFrom('robustness').selectAll().where('edition', '=', edition).where('number', '=', number);
    const { at, by, fingerprint, hash, result } = await row.executeTakeFirstOrThrow();
    facts.push([keyOf('robustness', edition, number), JSON.stringify([at, by, fingerprint, hash, sha256(result)])]);
  }
  return facts;
}

async function statuses(work: Work): Promise<readonly Fact[]> {
  const submissions = await work.selectFrom('submission').select(['edition', 'country', 'status']).execute();
  const editions = await work.selectFrom('edition').select(['id', 'status']).execute();
  return [
    ...submissions.map((row): Fact => [keyOf('status', row.edition, row.country), row.status]),
    ...editions.map((row): Fact => [keyOf('status', row.id, ''), row.status]),
  ];
}
