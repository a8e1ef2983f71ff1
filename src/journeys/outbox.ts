/**
 * What the secretariat sees of the messages of the house: where each stands, why it failed, and its text where it stands in the folder instead of having left.
 * Must never: show a message to anybody else, for it may hold a link that signs in.
 */
import { done, type Outcome } from '../core/problem.js';
import { permit } from '../core/workflow/permission.js';
import type { Person } from '../core/workflow/roles.js';
import type { ListedMessage } from '../store/store.js';
import type { World } from './world.js';

export interface SeenMessage extends ListedMessage {
  /** Of a message that stands in the folder of the outbox. */
  readonly text?: string;
}

const MOST = 200;

/** The last messages, newest first. */
export async function seeOutbox(world: World, person: Person): Promise<Outcome<readonly SeenMessage[]>> {
  const permitted = permit(person, 'see-outbox', { now: world.clock() });
  if (!permitted.ok) return permitted;
  const listed = await world.store.outbox.list(MOST);
  return done(
    await Promise.all(
      listed.map(async (message) => {
        const text = await world.letter?.(message.id);
        return text === undefined ? message : { ...message, text };
      }),
    ),
  );
}
