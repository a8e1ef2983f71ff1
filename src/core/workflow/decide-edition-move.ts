/**
 * Decides how an edition moves from state to state, and its publication.
 * Must never: open what nobody takes part in; preview or publish while a submission is still being checked.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { EditionChange } from './change.js';
import { isTooLate } from './deadline.js';
import { LONGEST_WORDS, readWords } from './read-words.js';
import type { Calendar, EditionStatus, SubmissionStatus } from './statuses.js';
import { EDITION_TRANSITIONS } from './transitions.js';
import { wrongState } from './wrong-state.js';

type Decision = Outcome<readonly EditionChange[]>;

export interface EditionMoveFacts {
  readonly status: EditionStatus;
  readonly countries: readonly string[];
  readonly calendar: Calendar;
  /** By country, of those that have begun. */
  readonly submissions: ReadonlyMap<string, SubmissionStatus>;
  /** ISO instant. */
  readonly now: string;
}

/** All moves but publication. */
export function decideEditionMove(facts: EditionMoveFacts, to: EditionStatus): Decision {
  const isThere = EDITION_TRANSITIONS.some(
    (line) => line.action === 'open-edition' && line.from === facts.status && line.to === to,
  );
  if (!isThere) return refused(wrongState(facts.status));
  const problem = moveProblem(facts, to);
  return problem === undefined ? done([{ kind: 'edition-moved', to }]) : refused(problem);
}

export interface PublicationFacts extends Pick<EditionMoveFacts, 'status' | 'submissions'> {
  /** Number of the latest publication; 0 before the first. */
  readonly published: number;
  /** sha-256 of a text, in hexadecimal. */
  readonly hash: (text: string) => string;
}

export interface EnteredPublication {
  /** What was corrected; may be empty the first time. */
  readonly note: string;
  /** Canonical JSON of all that is published. */
  readonly snapshot: string;
}

/** The publication itself makes the edition published. A problem with the note names `note` as its field. */
export function decidePublication(facts: PublicationFacts, { note, snapshot }: EnteredPublication): Decision {
  const { status, published } = facts;
  if (!EDITION_TRANSITIONS.some((line) => line.action === 'publish' && line.from === status)) {
    return refused(wrongState(status));
  }
  const unsettled = unsettledProblem(facts.submissions);
  if (unsettled !== undefined) return refused(unsettled);
  const words = readWords(note, { field: 'note', atMost: LONGEST_WORDS });
  if (!words.ok) return words;
  if (words.value === undefined && published > 0) return refused({ code: 'note-required', field: 'note' });
  return done([
    {
      kind: 'edition-published',
      number: published + 1,
      note: words.value ?? '',
      snapshot,
      hash: facts.hash(snapshot),
    },
  ]);
}

function moveProblem({ countries, calendar, submissions, now }: EditionMoveFacts, to: EditionStatus) {
  if (to === 'collecting') {
    if (countries.length === 0) return { code: 'countries-required' };
    const { closes } = calendar;
    return closes !== undefined && isTooLate(now, closes) ? { code: 'closing-past', details: { closes } } : undefined;
  }
  return to === 'previewing' ? unsettledProblem(submissions) : undefined;
}

/** Nothing settles itself: what was handed in is validated, or its country is excluded with a reason. */
function unsettledProblem(submissions: ReadonlyMap<string, SubmissionStatus>): Problem | undefined {
  const unsettled = [...submissions].filter(([, status]) => isBeingChecked(status));
  if (unsettled.length === 0) return undefined;
  const countries = unsettled.map(([country]) => country).sort();
  return { code: 'edition-unsettled', details: { count: countries.length, countries: countries.join(', ') } };
}

const isBeingChecked = (status: SubmissionStatus): boolean =>
  status === 'submitted' || status === 'in-validation' || status === 'returned';
