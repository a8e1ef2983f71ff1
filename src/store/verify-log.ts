/**
 * Whether the log is whole and the present follows from it: every line's hash from the line before, its end where it was
 * left, each subject at the revision of its last line, each answer as it was last recorded, and every other fact as it was last told.
 * Must never: mend anything.
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { Change } from '../core/workflow/change.js';
import { atOneMoment } from './at-one-moment.js';
import { BEFORE_THE_FIRST, hashOfLine, type LogLine } from './log-line.js';
import { type Facts, presentFacts, tellFact } from './present-facts.js';
import type { Store, Subject } from './store.js';
import { columnsOf } from './subject.js';
import type { Work } from './tables.js';

export function makeVerifyLog(reader: Work): Store['verifyLog'] {
  return (head) => atOneMoment(reader, (work) => verify(work, head));
}

interface End {
  readonly lines: number;
  readonly head: string;
}

/** @param head hash of a line that once was the last */
async function verify(work: Work, head: string | undefined): Promise<Outcome<End>> {
  const told: Told = { revisions: new Map(), answers: new Map(), facts: new Map() };
  let last: Pick<LogLine, 'id' | 'hash'> = { id: 0, hash: BEFORE_THE_FIRST };
  let isHeadKnown = head === undefined || head === last.hash;
  let lines = await linesAfter(work, undefined);
  while (lines.length > 0) {
    for (const line of lines) {
      if (!follows(line, last)) return refused({ code: 'log-broken', details: { line: last.id + 1 } });
      tell(told, line);
      last = line;
      isHeadKnown ||= line.hash === head;
    }
    lines = await linesAfter(work, last.id);
  }
  const problem =
    (await endOf(work, last)) ??
    (await revisionFault(work, told)) ??
    (await answerFault(work, told)) ??
    (await factFault(work, told));
  if (problem === undefined && !isHeadKnown) return refused({ code: 'log-anew', details: { lines: last.id } });
  return problem ? refused(problem) : done({ lines: last.id, head: last.hash });
}

function linesAfter(work: Work, line: number | undefined): Promise<LogLine[]> {
  const all = work.selectFrom('change_log').selectAll().orderBy('id').limit(2000);
  return (line === undefined ? all : all.where('id', '>', line)).execute();
}

function follows(line: LogLine, before: Pick<LogLine, 'id' | 'hash'>): boolean {
  return line.id === before.id + 1 && line.prev === before.hash && line.hash === hashOfLine(line);
}

/** What the log says the present is. */
interface Told {
  readonly revisions: Map<string, number>;
  /** The answer as JSON; subject and data point as one key. */
  readonly answers: Map<string, string>;
  readonly facts: Facts;
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

const subjectKey = (subject: Subject): string => {
  const { edition, country, account } = columnsOf(subject);
  return keyOf(edition, country, account);
};

function tell({ revisions, answers, facts }: Told, line: LogLine): void {
  const { edition, country, account } = line;
  revisions.set(keyOf(edition, country, account), line.revision);
  const change = JSON.parse(line.change) as Change;
  tellFact(facts, line, change);
  if (change.kind === 'answer-recorded') {
    answers.set(keyOf(edition, country, change.key), JSON.stringify(change.answer));
  }
  if (change.kind === 'answer-withdrawn') answers.delete(keyOf(edition, country, change.key));
}

async function endOf(work: Work, last: Pick<LogLine, 'id' | 'hash'>): Promise<Problem | undefined> {
  const head = await work.selectFrom('log_head').select(['line', 'hash']).executeTakeFirst();
  if (head?.line === last.id && head.hash === last.hash) return undefined;
  return { code: 'log-cut', details: { line: last.id, lines: head?.line ?? 0 } };
}

async function revisionFault(work: Work, { revisions }: Told): Promise<Problem | undefined> {
  const submissions = await work.selectFrom('submission').select(['edition', 'country', 'revision']).execute();
  const editions = await work.selectFrom('edition').select(['id', 'revision']).execute();
  const accounts = await work.selectFrom('account').select(['id', 'revision']).execute();
  const results = await work.selectFrom('robustness').select(['edition', 'number']).orderBy('number').execute();
  const present = new Map([
    ...submissions.map((row) => [keyOf(row.edition, row.country, ''), row.revision] as const),
    ...editions.map((row) => [keyOf(row.id, '', ''), row.revision] as const),
    ...accounts.map((row) => [keyOf('', '', row.id), row.revision] as const),
    ...results.map(({ edition, number }) => [subjectKey({ kind: 'robustness', edition }), number] as const),
  ]);
  const odd = different(present, revisions);
  return odd === undefined ? undefined : { code: 'revision-altered', details: { subject: nameOf(odd) } };
}

async function answerFault(work: Work, { answers }: Told): Promise<Problem | undefined> {
  const rows = await work.selectFrom('answer').select(['edition', 'country', 'key', 'answer']).execute();
  const present = new Map(rows.map((row) => [keyOf(row.edition, row.country, row.key), row.answer]));
  const odd = different(present, answers);
  return odd === undefined ? undefined : { code: 'answer-altered', details: { answer: nameOf(odd) } };
}

async function factFault(work: Work, { facts }: Told): Promise<Problem | undefined> {
  const odd = different(await presentFacts(work, facts), facts);
  return odd === undefined ? undefined : { code: 'fact-altered', details: { fact: nameOf(odd) } };
}

const nameOf = (key: string): string =>
  (JSON.parse(key) as (string | number)[]).filter((part) => part !== '').join(' / ');

/** The first key under which the two do not hold the same. */
function different<Held>(one: ReadonlyMap<string, Held>, other: ReadonlyMap<string, Held>): string | undefined {
  return [...one.keys(), ...other.keys()].find((key) => one.get(key) !== other.get(key));
}
