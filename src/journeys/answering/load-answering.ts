/**
 * What a country has answered so far, as the person who asks may see it: answers, what is asked, how far it is, and what may be
 * done with it now.
 * Must never: tell apart, for who may not see it, a submission that is not there.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { type Outline, outlineOf } from '../../core/survey/outline.js';
import { type Progress, progressOf } from '../../core/survey/progress.js';
import type { Questionnaire } from '../../core/survey/questionnaire.js';
import { type Standing, standingOf } from '../../core/survey/standing.js';
import { isGivenBack } from '../../core/workflow/given-back.js';
import { type Action, permit } from '../../core/workflow/permission.js';
import { type Person, VISITOR } from '../../core/workflow/roles.js';
import type { Edition } from '../../library/library.js';
import type { Submission } from '../../store/store.js';
import { unknownCountries } from '../comparing.js';
import { findEdition, whereIn } from '../editions.js';
import type { World } from '../world.js';

export interface Place {
  readonly edition: string;
  readonly country: string;
}

export interface Answering {
  readonly edition: Edition;
  readonly outline: Outline;
  readonly submission: Submission;
  readonly standing: Standing;
  readonly progress: Progress;
  /** ISO instant of the last change of each data point. */
  readonly savedAt: ReadonlyMap<string, string>;
  /** Whether the person may do this here and now. The section is needed for what contributors may do in theirs. */
  readonly may: (action: Action, section?: string) => Outcome<undefined>;
}

/** Refused where the edition is published figures, asks nothing, or the country's submission is not this person's to see. */
export async function loadAnswering(world: World, person: Person, place: Place): Promise<Outcome<Answering>> {
  const found = await findEdition(world, place.edition);
  if (!found.ok) return refused({ code: person.account === VISITOR.account ? 'sign-in-first' : 'not-permitted' });
  const edition = found.value;
  if (edition.kind === 'published') return refused({ code: 'edition-closed', details: { edition: edition.title } });
  const seen = permit(person, 'see-submission', { ...whereIn(world, edition), country: place.country });
  if (!seen.ok) return seen;
  const unknown = unknownCountries(edition, [place.country]);
  if (unknown.length > 0) return refused(...unknown);
  const { questionnaire } = edition.definition;
  if (questionnaire === undefined) return refused({ code: 'no-questionnaire', details: { edition: edition.title } });
  const submission = await world.store.submission(edition.id, place.country);
  return done(answeringOf(world, person, { edition, submission, outline: outlineFor(questionnaire) }));
}

/** The same with the submission as it is now. */
export async function reload(world: World, person: Person, { edition, outline, submission }: Answering) {
  const now = await world.store.submission(edition.id, submission.country);
  return answeringOf(world, person, { edition, outline, submission: now });
}

function answeringOf(
  world: World,
  person: Person,
  { edition, outline, submission }: Pick<Answering, 'edition' | 'outline' | 'submission'>,
): Answering {
  const standing = standingOf(outline, submission.answers);
  const { country, status } = submission;
  const may: Answering['may'] = (action, section) =>
    permit(person, action, {
      ...whereIn(world, edition),
      country,
      submission: status,
      givenBack: isGivenBack(submission),
      ...(section === undefined ? {} : { section }),
    });
  const savedAt = new Map(Object.entries(submission.answeredAt));
  return { edition, outline, submission, standing, progress: progressOf(outline, standing), savedAt, may };
}

const outlines = new WeakMap<Questionnaire, Outline>();

/** An outline is made once for each questionnaire. */
export function outlineFor(questionnaire: Questionnaire): Outline {
  const before = outlines.get(questionnaire);
  if (before !== undefined) return before;
  const outline = outlineOf(questionnaire);
  outlines.set(questionnaire, outline);
  return outline;
}
