/**
 * Decides the making of an edition from a checked definition, whose files are frozen into it.
 * Must never: take an id that is taken, here or in the library.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { EditionChange, FrozenDefinition } from './change.js';
import { requireWords } from './read-words.js';

export interface CreationFacts {
  /** Ids of all editions there are, of the library and run here. */
  readonly taken: ReadonlySet<string>;
}

export interface EnteredEdition {
  /** Stands in addresses: small letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly series: string;
  /** As typed. */
  readonly year: string;
  readonly invented: boolean;
  /** Undefined where none, or an unknown one, was chosen. */
  readonly definition: FrozenDefinition | undefined;
}

const LONGEST_ID = 60;
const LONGEST_TITLE = 200;

/** Problems name `id`, `title`, `series`, `year` or `definition` as their field. */
export function decideCreation(facts: CreationFacts, entered: EnteredEdition): Outcome<readonly EditionChange[]> {
  const title = requireWords(entered.title, { field: 'title', atMost: LONGEST_TITLE }, 'title-required');
  const series = requireWords(entered.series, { field: 'series', atMost: LONGEST_TITLE }, 'series-required');
  const year = readYear(entered.year);
  const id = idProblem(facts, entered.id);
  const { definition } = entered;
  if (title.ok && series.ok && year.ok && id === undefined && definition !== undefined) {
    const facts = { title: title.value, series: series.value, year: year.value, invented: entered.invented };
    return done([{ kind: 'edition-created', facts, definition }]);
  }
  return refused(
    ...(id === undefined ? [] : [id]),
    ...[title, series, year].flatMap((read) => (read.ok ? [] : read.problems)),
    ...(definition === undefined ? [{ code: 'definition-required', field: 'definition' }] : []),
  );
}

function idProblem({ taken }: CreationFacts, id: string): Problem | undefined {
  // `new` is the address of the page that makes one.
  if (id.length > LONGEST_ID || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id === 'new') {
    return { code: 'edition-id-malformed', details: { most: LONGEST_ID }, field: 'id' };
  }
  return taken.has(id) ? { code: 'edition-id-taken', details: { id }, field: 'id' } : undefined;
}

function readYear(typed: string): Outcome<number> {
  const year = typed.trim();
  return /^(19|20|21)\d\d$/.test(year) ? done(Number(year)) : refused({ code: 'year-malformed', field: 'year' });
}
