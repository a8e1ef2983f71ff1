/**
 * What the store answers: whole submissions, an edition's revision, a history. Each is one statement, so that revision and
 * answers are always of the same moment.
 * Must never: write, or hand out a row as it lies.
 */
import type { Kysely } from 'kysely';
import type { Answer } from '../core/survey/answers.js';
import type { Change } from '../core/workflow/change.js';
import type { LoggedChange, Store, Submission } from './store.js';
import type { Tables } from './tables.js';

type Reads = Pick<Store, 'submission' | 'submissions' | 'editionRevision' | 'history'>;

export function makeReads(reader: Kysely<Tables>): Reads {
  return {
    submission: async (edition, country) => {
      const rows = await joined(reader, edition).where('submission.country', '=', country).execute();
      return submissionOf(edition, country, rows);
    },
    submissions: async (edition) => {
      const rows = await joined(reader, edition).orderBy('submission.country').execute();
      const countries = [...new Set(rows.map((row) => row.country))];
      const own = new Map<string, JoinedRow[]>(countries.map((country) => [country, []]));
      for (const row of rows) own.get(row.country)?.push(row);
      return countries.map((country) => submissionOf(edition, country, own.get(country) ?? []));
    },
    editionRevision: async (edition) => {
      const row = await reader
        .selectFrom('submission')
        .where('edition', '=', edition)
        .select((sum) => sum.fn.coalesce(sum.fn.sum<number>('revision'), sum.lit(0)).as('revision'))
        .executeTakeFirstOrThrow();
      return row.revision;
    },
    history: async (edition, country) => {
      const rows = await reader
        .selectFrom('change_log')
        .where('edition', '=', edition)
        .where('country', '=', country)
        .orderBy('id', 'desc')
        .select(['change', 'by', 'at', 'revision'])
        .execute();
      return rows.map((row): LoggedChange => ({ ...row, change: JSON.parse(row.change) as Change }));
    },
  };
}

function joined(reader: Kysely<Tables>, edition: string) {
  return reader
    .selectFrom('submission')
    .leftJoin('answer', (on) =>
      on.onRef('answer.edition', '=', 'submission.edition').onRef('answer.country', '=', 'submission.country'),
    )
    .where('submission.edition', '=', edition)
    .select(['submission.country', 'submission.revision', 'submission.saved_at', 'answer.key', 'answer.answer']);
}

interface JoinedRow {
  readonly revision: number;
  readonly saved_at: string;
  readonly key: string | null;
  readonly answer: string | null;
}

function submissionOf(edition: string, country: string, rows: readonly JoinedRow[]): Submission {
  const [first] = rows;
  if (first === undefined) return { edition, country, revision: 0, answers: {} };
  const entries = rows.flatMap(({ key, answer }): [string, Answer][] =>
    key === null || answer === null ? [] : [[key, JSON.parse(answer) as Answer]],
  );
  return { edition, country, revision: first.revision, savedAt: first.saved_at, answers: Object.fromEntries(entries) };
}
