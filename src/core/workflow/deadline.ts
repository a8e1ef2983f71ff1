/**
 * The one rule of deadlines, for pages, autosave and uploads: instants in UTC, and the instant itself is too late.
 * Must never: ask the time; take an instant that cannot be read for one in the future.
 */
export const isTooLate = (now: string, closes: string): boolean => !(Date.parse(now) < Date.parse(closes));
