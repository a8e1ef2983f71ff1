/**
 * A queued message as a whole letter: sender, receiver, words, and a Message-ID that stays the same whenever it is tried, so
 * that a mail server knows a repetition.
 * Must never: take more than one receiver, or one that is not a plain address.
 */
import { createHash } from 'node:crypto';
import type { Words } from '../core/text/words.js';
import type { Message } from '../store/store.js';
import { type Composed, composeMessage } from './compose-message.js';

export interface Mail extends Composed {
  readonly from: string;
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Sender {
  readonly words: Words;
  readonly publicAddress: string;
  /** `Alidade <survey@example.org>`; made from the public address where it is not set. */
  readonly from: string | undefined;
}

/** Undefined where the receiver's address is not one plain address. */
export function mailOf(sender: Sender, message: Message, at: string): Mail | undefined {
  if (!ONE_ADDRESS.test(message.to)) return undefined;
  const host = hostOf(sender.publicAddress);
  return {
    ...composeMessage(sender.words, message, sender),
    from: sender.from ?? `Alidade <alidade@${host}>`,
    to: message.to,
    messageId: `<${createHash('sha256').update(message.once).digest('hex').slice(0, 40)}@${host}>`,
    at,
  };
}

/** No control character, blank or sign that has a meaning in a header. */
const ONE_ADDRESS = /^[^\s\p{Cc}<>(),:;"[\]\\@]{1,200}@[^\s\p{Cc}<>(),:;"[\]\\@]{1,200}$/u;

function hostOf(publicAddress: string): string {
  return URL.canParse(publicAddress) ? new URL(publicAddress).hostname : 'localhost';
}
