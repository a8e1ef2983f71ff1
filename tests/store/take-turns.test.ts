/** Group commit: one sync for all who wait, and none pays for another's refusal. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { done, type Outcome, refused } from '../../src/core/problem.js';
import type { Tables, Work } from '../../src/store/tables.js';
import { makeTurns, type Turn } from '../../src/store/take-turns.js';
import { aFolder } from './a-folder.js';

function aDatabase() {
  const file = join(aFolder(), 'turns.db');
  const database = new Database(file);
  database.exec('create table log_head (line integer); create table note (text text unique)');
  const statements: string[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database }),
    log: (event) => {
      statements.push(event.query.sql);
    },
  });
  const other = new Database(file);
  const notes = () => other.prepare('select text from note order by text').pluck().all();
  return { take: makeTurns(db), notes, statements, other };
}

const writes =
  (text: string, outcome: Outcome<string> = done(text)): Turn<string> =>
  async (work: Work) => {
    await sql`insert into note values (${text})`.execute(work);
    return outcome;
  };

describe('writes that wait at the same time', () => {
  it('share one transaction, and are answered when it is committed', async () => {
    const { take, notes, statements } = aDatabase();
    const seen: unknown[] = [];
    await Promise.all(['a', 'b', 'c'].map((text) => take(writes(text)).then(() => seen.push(notes()))));
    expect(seen).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(statements.filter((statement) => statement === 'savepoint turn')).toHaveLength(3);
    expect(statements.filter((statement) => statement.startsWith('update log_head'))).toHaveLength(1);
  });

  it('take back one that is refused or fails, and no other', async () => {
    const { take, notes } = aDatabase();
    const [first, second, third, last] = await Promise.allSettled([
      take(writes('a')),
      take(writes('b', refused({ code: 'link-used' }))),
      take(writes('a')),
      take(writes('d')),
    ]);
    expect([first.status, second.status, third.status, last.status]).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(second).toMatchObject({ value: { ok: false } });
    expect(notes()).toEqual(['a', 'd']);
  });

  it('are all told when the commit itself fails, and the next ones are served again', async () => {
    const { take, notes, other } = aDatabase();
    other.exec('begin immediate');
    const failed = await Promise.allSettled([take(writes('a')), take(writes('b'))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.exec('rollback');
    expect(notes()).toEqual([]);
    expect(await take(writes('c'))).toEqual({ ok: true, value: 'c' });
    expect(notes()).toEqual(['c']);
  }, 20_000);

  it('are served in the order in which they came', async () => {
    const { take } = aDatabase();
    const order: number[] = [];
    await Promise.all(Array.from({ length: 300 }, (_, at) => take(writes(`note ${at}`)).then(() => order.push(at))));
    expect(order).toEqual(Array.from({ length: 300 }, (_, at) => at));
  });
});
