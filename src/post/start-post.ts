/**
 * The post: takes from the outbox what is due, one message at a time and under a lease, and sees that it leaves once.
 * Must never: decide whom to write to; log an address, a word or a link of a letter; hold a transaction while it waits.
 */
import type { Words } from '../core/text/words.js';
import type { Outbox, QueuedMessage } from '../store/store.js';
import { type Deliver, deliverBySmtp, deliverToFolder } from './deliver.js';
import { NO_ADDRESS, nextAttempt, whyOf } from './failure.js';
import { mailOf } from './mail-of.js';
import { outboxFolder } from './outbox-folder.js';

/** What the post needs of the world. */
export interface PostOffice {
  readonly store: { readonly outbox: Outbox };
  readonly words: Words;
  readonly clock: () => string;
  readonly publicAddress: string;
}

export interface PostSettings {
  readonly dataFolder: string;
  /** ALIDADE_SMTP; without it letters become files. */
  readonly smtp?: string;
  /** ALIDADE_MAIL_FROM */
  readonly mailFrom?: string;
  /** Told of each attempt. */
  readonly log?: (facts: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds between two looks at the outbox. */
  readonly everyMs?: number;
}

export interface Post {
  /** Looks at the outbox now; settles when nothing is due any more. */
  readonly poke: () => Promise<void>;
  /** Finishes the letter in hand, then rests. */
  readonly stop: () => Promise<void>;
}

const LOOK_EVERY = 2_000;
/** Longer than any attempt takes, so that nobody else sends the same letter meanwhile. */
const LEASE = 15 * 60_000;

export function startPost(office: PostOffice, settings: PostSettings): Post {
  const send = sender(office, settings);
  let running: Promise<void> | undefined;
  let stopped = false;
  const work = async () => {
    while (!stopped && (await send())) {
      // One letter after the other.
    }
  };
  const poke = () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const look = setInterval(() => poke().catch(() => undefined), settings.everyMs ?? LOOK_EVERY);
  look.unref();
  return {
    poke,
    stop: async () => {
      stopped = true;
      clearInterval(look);
      await running?.catch(() => undefined);
    },
  };
}

/** Sends the next message that is due; false where there is none. */
function sender(office: PostOffice, settings: PostSettings): () => Promise<boolean> {
  const { outbox } = office.store;
  const attempt = attempter(office, settings);
  const { log } = settings;
  // Letters that left although the store could not note it: noted when they come up again, never sent again.
  const left = new Set<number>();
  return async () => {
    try {
      const now = office.clock();
      const [message] = await outbox.take(now, later(now, LEASE), 1);
      if (message === undefined) return false;
      const why = left.has(message.id) ? undefined : await attempt(message);
      const { id, template, attempts } = message;
      log?.({ msg: why === undefined ? 'message sent' : 'message not sent', message: id, template, attempts, why });
      if (why === undefined) {
        left.add(id);
        await outbox.sent(id, office.clock());
        left.delete(id);
      } else {
        await outbox.failed(id, why, nextAttempt(attempts, why, office.clock()));
      }
      return true;
    } catch (cause) {
      log?.({ msg: 'the outbox cannot be read or written', why: whyOf(cause) });
      return false;
    }
  };
}

/** Undefined when the letter left, else why not. */
function attempter(
  office: PostOffice,
  settings: PostSettings,
): (message: QueuedMessage) => Promise<string | undefined> {
  const deliver: Deliver =
    settings.smtp === undefined ? deliverToFolder(outboxFolder(settings.dataFolder)) : deliverBySmtp(settings.smtp);
  return async (message) => {
    // The address is asked for each time: it is known for sure only once the house listens.
    const { words, publicAddress } = office;
    try {
      const mail = mailOf({ words, publicAddress, from: settings.mailFrom }, message, message.queuedAt);
      if (mail === undefined) return NO_ADDRESS;
      await deliver(message.id, mail);
      return undefined;
    } catch (cause) {
      return whyOf(cause);
    }
  };
}

const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
