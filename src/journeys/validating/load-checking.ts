/**
 * A country's submission as whoever checks it sees it: with what is missing, what was found so far, and what happened to it.
 * Must never: be had by the country's own people, who see their answers elsewhere.
 */
import { done, type Outcome } from '../../core/problem.js';
import { type Standing, standingOf } from '../../core/survey/standing.js';
import { assessedAnswers } from '../../core/workflow/assessed-answers.js';
import { type Check, checkSubmission } from '../../core/workflow/check-submission.js';
import type { Person } from '../../core/workflow/roles.js';
import type { LoggedChange } from '../../store/store.js';
import { type Answering, loadAnswering, type Place } from '../answering/load-answering.js';
import { editionFor } from '../preparing/own-edition.js';
import type { World } from '../world.js';

export interface Checking {
  readonly person: Person;
  readonly answering: Answering;
  /** With adjusted answers in the place of the country's. */
  readonly assessed: Standing;
  readonly checks: readonly Check[];
}

export async function loadChecking(world: World, person: Person, place: Place): Promise<Outcome<Checking>> {
  const edition = await editionFor(world, person, { edition: place.edition, action: 'see-board' });
  if (!edition.ok) return edition;
  const loaded = await loadAnswering(world, person, place);
  if (!loaded.ok) return loaded;
  const { outline, submission, standing } = loaded.value;
  const assessed = standingOf(outline, assessedAnswers(submission.answers, submission.assessments));
  const checks = submission.status === 'not-started' ? [] : checkSubmission(outline, standing, submission);
  return done({ person, answering: loaded.value, assessed, checks });
}

export interface Passage {
  /** Name of whoever did it, or the id where there is no such account. */
  readonly who: string;
  readonly at: string;
  readonly change: LoggedChange['change'];
}

/** What happened to the submission besides the filling in, newest first. */
export async function passagesOf({ store }: World, { answering }: Checking): Promise<readonly Passage[]> {
  const { edition, submission } = answering;
  const history = await store.history({ kind: 'submission', edition: edition.id, country: submission.country });
  const passed = history.filter(({ change }) => !FILLING.has(change.kind));
  const ids = [...new Set(passed.map(({ by }) => by))];
  const accounts = await Promise.all(ids.map((id) => store.account({ id })));
  const names = new Map(accounts.flatMap((one) => (one === undefined ? [] : [[one.id, one.name] as const])));
  return passed.map(({ by, at, change }) => ({ who: names.get(by) ?? by, at, change }));
}

const FILLING = new Set<string>([
  'answer-recorded',
  'answer-withdrawn',
  'remark-recorded',
  'evidence-attached',
  'evidence-withdrawn',
]);
