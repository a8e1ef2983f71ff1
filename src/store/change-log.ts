/**
 * The log of all changes: adding lines to its end, each with the hash of the one before, and reading them again.
 * Must never: alter or leave out a line.
 */
import type { Change } from '../core/workflow/change.js';
import { hashOfLine, type LogLine } from './log-line.js';
import { loggedForm } from './logged-form.js';
import type { LoggedChange, Stamp, Store, Subject } from './store.js';
import { columnsOf } from './subject.js';
import type { Work } from './tables.js';

/** Within a transaction that holds the head of the log. */
export async function appendToLog(
  work: Work,
  changes: readonly Change[],
  { subject, revision, by, at }: Stamp & { readonly revision: number },
): Promise<void> {
  const head = await work.selectFrom('log_head').select(['line', 'hash']).executeTakeFirstOrThrow();
  let last: Pick<LogLine, 'id' | 'hash'> = { id: head.line, hash: head.hash };
  const lines = changes.map((change): LogLine => {
    const content = { ...columnsOf(subject), revision, by, at, change: JSON.stringify(loggedForm(change)) };
    const unsealed = { id: last.id + 1, ...content, prev: last.hash };
    const line = { ...unsealed, hash: hashOfLine(unsealed) };
    last = line;
    return line;
  });
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    await work
      .insertInto('change_log')
      .values(lines.slice(from, from + AT_ONCE))
      .execute();
  }
  await work.updateTable('log_head').set({ line: last.id, hash: last.hash }).execute();
}

/** Lines of one statement, well under what a database takes as parameters. */
const AT_ONCE = 500;

export function makeLogReads(reader: Work): Pick<Store, 'history' | 'changedSince'> {
  return {
    history: async (subject) => {
      const rows = await linesOf(reader, subject)
        .orderBy('id', 'desc')
        .select(['change', 'by', 'at', 'revision'])
        .execute();
      return rows.map((row): LoggedChange => ({ ...row, change: JSON.parse(row.change) as Change }));
    },
    changedSince: async (edition, country, revision) => {
      const rows = await linesOf(reader, { kind: 'submission', edition, country })
        .where('revision', '>', revision)
        .select('change')
        .execute();
      return new Set(rows.flatMap((row) => writtenBy(JSON.parse(row.change) as Change)));
    },
  };
}

function linesOf(reader: Work, subject: Subject) {
  const { edition, country, account } = columnsOf(subject);
  return reader
    .selectFrom('change_log')
    .where('edition', '=', edition)
    .where('country', '=', country)
    .where('account', '=', account);
}

/** What a later entry could overwrite: evidence only ever comes and goes by itself. */
function writtenBy(change: Change): readonly string[] {
  if (change.kind === 'answer-recorded' || change.kind === 'answer-withdrawn') return [change.key];
  return change.kind === 'remark-recorded' ? [change.question] : [];
}
