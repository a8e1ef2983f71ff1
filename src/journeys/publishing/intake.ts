/**
 * Whose answers an edition's results are computed from, and why the others have none: while it is collected everybody who has
 * begun, at publication only what was validated.
 * Must never: let answers through that are withheld; drop a country that takes part.
 */
import type { Answers } from '../../core/survey/answers.js';
import type { Outline } from '../../core/survey/outline.js';
import { standingOf } from '../../core/survey/standing.js';
import type { Words } from '../../core/text/words.js';
import { assessedAnswers } from '../../core/workflow/assessed-answers.js';
import type { SubmissionStatus } from '../../core/workflow/statuses.js';
import type { Submission } from '../../store/store.js';

/** Country → why it has no score. */
type Reasons = Readonly<Record<string, string>>;

export interface Intake {
  /** As the secretariat's assessments leave them, by country. */
  readonly answers: ReadonlyMap<string, Answers>;
  readonly withheld: Reasons;
  /** With the reason the secretariat gave. */
  readonly excluded: Reasons;
  /** ISO instant of the last change to any submission; absent before the first. */
  readonly savedAt?: string;
}

export interface IntakeOf {
  readonly countries: readonly string[];
  /** Absent where the edition asks nothing. */
  readonly outline: Outline | undefined;
  /** Those that have begun. */
  readonly submissions: readonly Submission[];
  readonly shows: 'provisional' | 'candidate';
}

export function takeIn(words: Pick<Words, 'say'>, { countries, outline, submissions, shows }: IntakeOf): Intake {
  const answers = new Map<string, Answers>();
  const withheld: Record<string, string> = {};
  const excluded: Record<string, string> = {};
  const begun = new Map(submissions.map((one) => [one.country, one]));
  const why = words.say(shows === 'provisional' ? 'edition.withheld.not-begun' : 'edition.withheld.not-validated');
  for (const country of countries) {
    const submission = begun.get(country);
    if (submission?.status === 'excluded') excluded[country] = submission.reason ?? '';
    else if (submission === undefined || !counts(submission.status, shows)) withheld[country] = why;
    else answers.set(country, askedOnly(outline, assessedAnswers(submission.answers, submission.assessments)));
  }
  const savedAt = submissions
    .flatMap((one) => one.savedAt ?? [])
    .sort()
    .at(-1);
  return { answers, withheld, excluded, ...(savedAt === undefined ? {} : { savedAt }) };
}

/** Both kinds of absence in the words a report gives for them. */
export function absences(
  words: Pick<Words, 'say'>,
  { withheld, excluded }: Pick<Intake, 'withheld' | 'excluded'>,
): Reasons {
  const said = Object.entries(excluded).map(
    ([country, reason]) => [country, words.say('edition.withheld.excluded', { reason: withoutStop(reason) })] as const,
  );
  return { ...withheld, ...Object.fromEntries(said) };
}

/** What was answered before its question fell away is the country's to take up again, and nobody else's to read. */
function askedOnly(outline: Outline | undefined, answers: Answers): Answers {
  if (outline === undefined) return answers;
  const { isAsked } = standingOf(outline, answers);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => isAsked(key)));
}

function counts(status: SubmissionStatus, shows: IntakeOf['shows']): boolean {
  return shows === 'candidate' ? status === 'validated' || status === 'signed-off' : status !== 'not-started';
}

/** Reports set the reason within a sentence of their own, which brings its full stop. */
const withoutStop = (reason: string): string => reason.trimEnd().replace(/\.$/, '');
