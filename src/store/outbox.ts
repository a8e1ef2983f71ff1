/**
 * Messages on their way out: queued once, taken under a lease, sent or tried again. Details go as soon as they are not needed.
 * Must never: send, or decide whom to write to; hold a secret longer than the message waits.
 */
import { done } from '../core/problem.js';
import type { ListedMessage, Message, Outbox, QueuedMessage } from './store.js';
import type { Tables, Work } from './tables.js';
import type { TakeTurn } from './take-turns.js';

/** Whether it was not queued before. */
export async function queueMessage(work: Work, message: Message, at: string): Promise<boolean> {
  const { once, to, template, details } = message;
  const queued = await work
    .insertInto('outbox')
    .values({
      ...{ once, recipient: to, template, details: JSON.stringify(details) },
      ...{ queued_at: at, due_at: at, attempts: 0, sent_at: null, why: null },
    })
    .onConflict((conflict) => conflict.column('once').doNothing())
    .executeTakeFirst();
  return Number(queued.numInsertedOrUpdatedRows ?? 0) === 1;
}

export function makeOutbox(reader: Work, takeTurn: TakeTurn): Outbox {
  const put = async (id: number, columns: Partial<Tables['outbox']>): Promise<void> => {
    await takeTurn(async (work) =>
      done(
        await work
          .updateTable('outbox')
          .set({ ...columns, id })
          .where('id', '=', id)
          .execute(),
      ),
    );
  };
  return {
    queue: async (message, at) => {
      const queued = await takeTurn(async (work) => done(await queueMessage(work, message, at)));
      return queued.ok && queued.value;
    },
    take: async (at, leaseUntil, most) => {
      const taken = await takeTurn(async (work) => done(await take(work, { at, leaseUntil, most })));
      return taken.ok ? taken.value : [];
    },
    sent: (id, at) => put(id, { sent_at: at, due_at: null, details: '{}', why: null }),
    failed: (id, why, again) =>
      put(id, again === undefined ? { why, due_at: null, details: '{}' } : { why, due_at: again }),
    list: async (most) => {
      const rows = await reader.selectFrom('outbox').selectAll().orderBy('id', 'desc').limit(most).execute();
      return rows.map(listed);
    },
  };
}

interface Lease {
  readonly at: string;
  readonly leaseUntil: string;
  readonly most: number;
}

async function take(work: Work, { at, leaseUntil, most }: Lease): Promise<readonly QueuedMessage[]> {
  const due = await work.selectFrom('outbox').where('due_at', '<=', at).orderBy('id').limit(most).selectAll().execute();
  for (const { id, attempts } of due) {
    await work
      .updateTable('outbox')
      .set({ due_at: leaseUntil, attempts: attempts + 1 })
      .where('id', '=', id)
      .execute();
  }
  return due.map(({ id, once, recipient, template, details, queued_at: queuedAt, attempts }) => ({
    ...{ id, once, to: recipient, template, queuedAt, attempts: attempts + 1 },
    details: JSON.parse(details) as Record<string, string>,
  }));
}

type Row = Omit<Tables['outbox'], 'id'> & { readonly id: number };

function listed(row: Row): ListedMessage {
  const { id, recipient, template, queued_at: queuedAt, sent_at: sentAt, attempts, why } = row;
  return {
    ...{ id, to: recipient, template, queuedAt, attempts },
    ...(sentAt === null ? {} : { sentAt }),
    ...(why === null ? {} : { why }),
  };
}
