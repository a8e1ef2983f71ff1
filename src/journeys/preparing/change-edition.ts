/**
 * The settings of an edition: its countries, groups and calendar, and its moves from state to state, each with what stands in the way.
 * Must never: publish (publishing does); change what somebody else has changed meanwhile.
 */
import type { Outcome, Problem } from '../../core/problem.js';
import {
  decideCalendar,
  decideCountries,
  decideGroups,
  type EnteredGroups,
} from '../../core/workflow/decide-edition.js';
import { decideEditionMove, type EditionMoveFacts } from '../../core/workflow/decide-edition-move.js';
import type { Calendar, EditionStatus } from '../../core/workflow/statuses.js';
import { EDITION_TRANSITIONS } from '../../core/workflow/transitions.js';
import type { World } from '../world.js';
import { commitEdition, type OwnEdition } from './own-edition.js';

type Written = Promise<Outcome<{ readonly revision: number }>>;

/** What was typed, and the revision of the edition it is based on. */
export interface Setting<T> {
  readonly entered: T;
  readonly expecting: number;
}

export function setCountries(world: World, own: OwnEdition, setting: Setting<readonly string[]>): Written {
  const { kept, submissions } = own;
  const { entered, expecting } = setting;
  const facts = {
    status: kept.status,
    known: new Set(entered.filter((code) => world.library.countries.isKnown(code))),
    begun: new Set(submissions.filter(({ status }) => status !== 'not-started').map(({ country }) => country)),
    groups: kept.groups,
  };
  return commitEdition(world, own, { changes: decideCountries(facts, entered), expecting });
}

export function setGroups(world: World, own: OwnEdition, { entered, expecting }: Setting<EnteredGroups>): Written {
  return commitEdition(world, own, { changes: decideGroups(own.kept, entered), expecting });
}

export function setCalendar(world: World, own: OwnEdition, { entered, expecting }: Setting<Calendar>): Written {
  const facts = { status: own.kept.status, now: world.clock() };
  return commitEdition(world, own, { changes: decideCalendar(facts, entered), expecting });
}

export function moveEdition(world: World, own: OwnEdition, { entered, expecting }: Setting<EditionStatus>): Written {
  return commitEdition(world, own, { changes: decideEditionMove(factsOf(world, own), entered), expecting });
}

export interface PossibleMove {
  readonly to: EditionStatus;
  /** Empty where nothing stands in the way. */
  readonly problems: readonly Problem[];
}

/** Where the edition can go from here, publication apart. */
export function possibleMoves(world: Pick<World, 'clock'>, own: OwnEdition): readonly PossibleMove[] {
  const facts = factsOf(world, own);
  return EDITION_TRANSITIONS.filter(({ action, from }) => action === 'open-edition' && from === own.kept.status).map(
    ({ to }) => {
      const decided = decideEditionMove(facts, to);
      return { to, problems: decided.ok ? [] : decided.problems };
    },
  );
}

function factsOf({ clock }: Pick<World, 'clock'>, { kept, submissions }: OwnEdition): EditionMoveFacts {
  const { status, countries, calendar } = kept;
  const states = new Map(submissions.map((one) => [one.country, one.status]));
  return { status, countries, calendar, submissions: states, now: clock() };
}
