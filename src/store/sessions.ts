/**
 * Sessions by the hash of their id, with the account they belong to, so that they can be ended from the other side.
 * Must never: see the id itself; answer a session that has expired.
 */
import { done } from '../core/problem.js';
import type { KeptSession, Sessions } from './store.js';
import type { Work } from './tables.js';
import type { TakeTurn } from './take-turns.js';

export function makeSessions(reader: Work, takeTurn: TakeTurn): Sessions {
  return {
    read: async (idHash, at) => {
      const row = await reader
        .selectFrom('session')
        .where('id_hash', '=', idHash)
        .where('expires', '>', at)
        .select(['account', 'expires', 'data'])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { account, ...kept } = row;
      return { ...kept, ...(account === null ? {} : { account }) };
    },
    write: async (idHash, session) => {
      await takeTurn(async (work) => done(await keep(work, idHash, session)));
    },
    touch: async (idHash, session) => {
      await takeTurn(async (work) =>
        done(await work.updateTable('session').set(rowOf(session)).where('id_hash', '=', idHash).execute()),
      );
    },
    remove: async (idHash) => {
      await takeTurn(async (work) => done(await work.deleteFrom('session').where('id_hash', '=', idHash).execute()));
    },
    sweep: async (at) => {
      await takeTurn(async (work) => done(await work.deleteFrom('session').where('expires', '<=', at).execute()));
    },
  };
}

const rowOf = ({ account, expires, data }: KeptSession) => ({ account: account ?? null, expires, data });

async function keep(work: Work, idHash: string, session: KeptSession): Promise<void> {
  const kept = rowOf(session);
  await work
    .insertInto('session')
    .values({ id_hash: idHash, ...kept })
    .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(kept))
    .execute();
}
