/**
 * What the store answers about submissions: whole, with revision and parts of the same moment.
 * Must never: write, or hand out a row as it lies.
 */
import { sql } from 'kysely';
import type { Answer } from '../core/survey/answers.js';
import type { Assessment, Evidence, Remark, SubmissionSnapshot } from '../core/workflow/statuses.js';
import { atOneMoment } from './at-one-moment.js';
import { byText } from './by-text.js';
import type { KeptSnapshot, Store, Submission } from './store.js';
import type { Tables, Work } from './tables.js';

type Reads = Pick<Store, 'submission' | 'submissions' | 'editionRevision' | 'snapshots'>;

export function makeSubmissionReads(reader: Work): Reads {
  const known: Known = new Map();
  return {
    submission: async (edition, country) => {
      const [found] = await load(reader, known, { edition, country });
      return found ?? submissionOf({ ...NOT_STARTED, edition, country }, []);
    },
    submissions: (edition) => load(reader, known, { edition }),
    editionRevision: async (edition) => {
      const { rows } = await sql<{ revision: number | string }>`select
        coalesce((select sum(revision) from submission where edition = ${edition}), 0)
        + coalesce((select revision from edition where id = ${edition}), 0) as revision`.execute(reader);
      return Number(rows[0]?.revision ?? 0);
    },
    snapshots: async (edition, country) => {
      const rows = await reader
        .selectFrom('submission_snapshot')
        .where('edition', '=', edition)
        .where('country', '=', country)
        .orderBy('revision', 'desc')
        .select(['snapshot', 'hash', 'by', 'at'])
        .execute();
      return rows.map(
        ({ snapshot, ...stamp }): KeptSnapshot => ({ ...(JSON.parse(snapshot) as SubmissionSnapshot), ...stamp }),
      );
    },
  };
}

type Known = Map<string, Submission>;

/** How many submissions are kept in memory: some editions of all countries there are. */
const MOST = 2000;

interface Wanted {
  readonly edition: string;
  /** Absent for all of them. */
  readonly country?: string;
}

/** Reads the parts of those alone that have moved on since they were last read: a submission is the same as long as its revision is. */
async function load(reader: Work, known: Known, { edition, country }: Wanted): Promise<readonly Submission[]> {
  const keyOf = (of: { readonly country: string }): string => JSON.stringify([edition, of.country]);
  const { held, moved, parts } = await atOneMoment(reader, async (work) => {
    const all = work.selectFrom('submission').where('edition', '=', edition).selectAll();
    const rows = await (country === undefined ? all : all.where('country', '=', country)).execute();
    const same = rows.flatMap((row) => {
      const last = known.get(keyOf(row));
      return last?.revision === row.revision ? [last] : [];
    });
    const theirs = new Set(same.map((one) => one.country));
    const newer = rows.filter((row) => !theirs.has(row.country));
    return { held: same, moved: newer, parts: await partsOf(work, edition, newer) };
  });
  const own = new Map<string, Part[]>(moved.map((row) => [row.country, []]));
  for (const part of parts) own.get(part.country)?.push(part);
  const read = moved.map((row) => submissionOf(row, own.get(row.country) ?? []));
  for (const submission of read) known.set(keyOf(submission), submission);
  for (const key of known.keys()) if (known.size > MOST) known.delete(key);
  return [...held, ...read].toSorted(byText((one) => one.country));
}

interface Part {
  readonly country: string;
  readonly kind: 'answer' | 'remark' | 'evidence' | 'assessment';
  readonly key: string;
  readonly body: string;
  readonly at: string;
}

async function partsOf(
  work: Work,
  edition: string,
  of: readonly { readonly country: string }[],
): Promise<readonly Part[]> {
  if (of.length === 0) return [];
  const own = sql`edition = ${edition} and country in (${sql.join(of.map(({ country }) => country))})`;
  const { rows } = await sql<Part>`
    select country, 'answer' as kind, key, answer as body, at from answer where ${own}
    union all select country, 'remark' as kind, question as key, remark as body, '' as at from remark where ${own}
    union all select country, 'evidence' as kind, id as key, evidence as body, at from evidence where ${own}
    union all select country, 'assessment' as kind, key, assessment as body, '' as at from assessment where ${own}
  `.execute(work);
  return rows;
}

type Row = Omit<Tables['submission'], 'saved_at'> & { readonly saved_at?: string };

const NOT_STARTED = { revision: 0, status: 'not-started', reason: null, asks_reopening: 0 } as const;

function submissionOf(row: Row, parts: readonly Part[]): Submission {
  const { edition, country, revision, status, reason, asks_reopening: asks, saved_at: savedAt } = row;
  const answers = parts.filter(({ kind }) => kind === 'answer');
  return {
    edition,
    country,
    revision,
    status,
    answers: bodiesOf<Answer>(answers),
    remarks: bodiesOf<Remark>(parts.filter(({ kind }) => kind === 'remark')),
    evidence: evidenceOf(parts),
    assessments: bodiesOf<Assessment>(parts.filter(({ kind }) => kind === 'assessment')),
    asksReopening: asks === 1,
    answeredAt: Object.fromEntries(answers.map(({ key, at }) => [key, at])),
    ...(reason === null ? {} : { reason }),
    ...(savedAt === undefined ? {} : { savedAt }),
  };
}

function bodiesOf<Body>(parts: readonly Part[]): Readonly<Record<string, Body>> {
  return Object.fromEntries(parts.map(({ key, body }) => [key, JSON.parse(body) as Body]));
}

/** In the order in which it was attached. */
function evidenceOf(parts: readonly Part[]): readonly Evidence[] {
  return parts
    .filter(({ kind }) => kind === 'evidence')
    .toSorted(byText(({ at, key }) => `${at} ${key}`))
    .map(({ body }) => JSON.parse(body) as Evidence);
}
