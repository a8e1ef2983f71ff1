/**
 * Reminds a country's people that a collection is about to close: 14, 3 and 1 days before, while their country has not
 * submitted. Each reminder goes to each person once; a closing that was moved is a new one.
 * Must never: remind whose country has handed in, or after the closing.
 */
import { type Outline, outlineOf } from '../core/survey/outline.js';
import { type Progress, progressOf } from '../core/survey/progress.js';
import { standingOf } from '../core/survey/standing.js';
import type { SubmissionStatus } from '../core/workflow/statuses.js';
import { thawDefinition } from '../library/frozen-definition.js';
import type { Account, KeptEdition, Message } from '../store/store.js';
import type { World } from './world.js';

type RemindingWorld = Pick<World, 'library' | 'store' | 'clock' | 'publicAddress'>;
/** The path of a country's answers. */
type AnswersAddress = (edition: string, country: string) => string;

export interface Reminding {
  /** Looks now. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days before the closing, the last first. */
const DAYS_BEFORE = [1, 3, 14];

/** Looks every hour. @param log told when a look has failed */
export function startReminding(
  world: RemindingWorld,
  answersAddress: AnswersAddress,
  log?: (facts: Readonly<Record<string, unknown>>) => void,
): Reminding {
  const look = async () => {
    try {
      await remind(world, answersAddress);
    } catch (cause) {
      log?.({ msg: 'reminding failed', why: cause instanceof Error ? cause.stack : String(cause) });
    }
  };
  const hourly = setInterval(look, HOUR);
  hourly.unref();
  return { look, stop: () => clearInterval(hourly) };
}

/** Queues the reminders that are due now and were not queued before; tells how many. */
export async function remind(world: RemindingWorld, answersAddress: AnswersAddress): Promise<number> {
  const now = world.clock();
  const due = (await world.store.editions()).flatMap((edition) => dueOf(edition, now));
  if (due.length === 0) return 0;
  const accounts = (await world.store.accounts()).filter(({ isDisabled }) => !isDisabled);
  const messages = (await Promise.all(due.map((one) => messagesOf(world, one, accounts, answersAddress)))).flat();
  const queued = await Promise.all(messages.map((message) => world.store.outbox.queue(message, now)));
  return queued.filter(Boolean).length;
}

interface Due {
  readonly edition: KeptEdition;
  readonly closes: string;
  /** Which of the reminders it is. */
  readonly reminder: number;
  /** Days left, begun ones counted whole. */
  readonly days: number;
}

/** The latest reminder whose time has come: who was away for the earlier ones gets one message, not three. */
function dueOf(edition: KeptEdition, now: string): readonly Due[] {
  const { closes } = edition.calendar;
  if (edition.status !== 'collecting' || closes === undefined) return [];
  const left = Date.parse(closes) - Date.parse(now);
  const reminder = left > 0 ? DAYS_BEFORE.find((days) => left <= days * DAY) : undefined;
  return reminder === undefined ? [] : [{ edition, closes, reminder, days: Math.ceil(left / DAY) }];
}

const OPEN: readonly SubmissionStatus[] = ['not-started', 'in-progress', 'returned'];

async function messagesOf(
  { library, store, publicAddress }: RemindingWorld,
  due: Due,
  accounts: readonly Account[],
  answersAddress: AnswersAddress,
): Promise<readonly Message[]> {
  const { edition } = due;
  const begun = new Map((await store.submissions(edition.id)).map((submission) => [submission.country, submission]));
  const { questionnaire } = thawDefinition(edition.definition, library);
  const outline = questionnaire === undefined ? undefined : outlineOf(questionnaire);
  return edition.countries.flatMap((country) => {
    const submission = begun.get(country);
    if (!OPEN.includes(submission?.status ?? 'not-started')) return [];
    const people = accounts.filter((account) => isToldOf(account, edition.id, country));
    if (people.length === 0) return [];
    const details = {
      edition: edition.facts.title,
      country: library.countries.nameOf(country),
      closes: due.closes,
      days: String(due.days),
      link: `${publicAddress}${answersAddress(edition.id, country)}`,
      ...progressDetails(outline, submission),
    };
    return people.map(({ id, email, name }) => ({
      once: ['deadline', edition.id, country, id, due.closes, due.reminder].join(':'),
      to: email,
      template: 'deadline' as const,
      details: { ...details, name },
    }));
  });
}

function isToldOf({ grants }: Account, edition: string, country: string): boolean {
  return grants.some(
    (grant) =>
      grant.edition === edition &&
      grant.country === country &&
      (grant.role === 'delegate' || grant.role === 'contributor'),
  );
}

function progressDetails(
  outline: Outline | undefined,
  submission: { readonly answers: Parameters<typeof standingOf>[1] } | undefined,
): Readonly<Record<string, string>> {
  if (outline === undefined) return {};
  const { answered, asked }: Progress = progressOf(outline, standingOf(outline, submission?.answers ?? {}));
  return { answered: String(answered), asked: String(asked) };
}
