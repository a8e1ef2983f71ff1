/**
 * An instant as a reader sees it: the day, and the time in UTC, which is what deadlines are given in.
 * Must never: use the clock of the machine.
 */
import type { Words } from '../core/text/words.js';

/** @param iso an ISO instant ending in Z */
export const instantWords = (words: Words, iso: string): string =>
  words.say('page.delegate.instant', { date: words.date(iso.slice(0, 10)), time: iso.slice(11, 16) });
