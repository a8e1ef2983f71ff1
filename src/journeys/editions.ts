/**
 * The editions there are: those of the library, and those that are run here, built from their frozen definitions. The latter are
 * kept until one of them is changed; what countries save does not concern them.
 * Must never: decide who may see an edition (`seeResults` and `permit` do).
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { Where } from '../core/workflow/permission.js';
import { thawDefinition } from '../library/frozen-definition.js';
import type { Edition, Release } from '../library/library.js';
import type { KeptEdition } from '../store/store.js';
import type { World } from './world.js';

/** An edition with its settings as they are now, also once it is published; `seeResults` hands out what shows results. */
export async function findEdition(world: World, id: string): Promise<Outcome<Edition>> {
  const edition = world.library.editions.get(id) ?? (await collectedEditions(world)).get(id);
  return edition === undefined ? refused(unknownEdition(id)) : done(edition);
}

/** All of the library, then all that are run here, by id. */
export async function allEditions(world: World): Promise<readonly Edition[]> {
  return [...world.library.editions.values(), ...(await collectedEditions(world)).values()];
}

export const unknownEdition = (id: string): Problem => ({ code: 'unknown-edition', details: { edition: id } });

/** An edition as `permit` asks for it, now. */
export function whereIn(world: Pick<World, 'clock'>, { id, kind, run }: Edition): Where {
  const closes = run?.closes === undefined ? {} : { closes: run.closes };
  return { edition: { id, kind, status: run?.status ?? 'published', ...closes }, now: world.clock() };
}

interface Kept {
  readonly revision: number;
  readonly editions: Promise<ReadonlyMap<string, Edition>>;
}

const kept = new WeakMap<World['store'], Kept>();

async function collectedEditions(world: World): Promise<ReadonlyMap<string, Edition>> {
  const revision = await world.store.editionsRevision();
  const before = kept.get(world.store);
  if (before?.revision === revision) return before.editions;
  const editions = readEditions(world);
  kept.set(world.store, { revision, editions });
  editions.catch(() => kept.delete(world.store));
  return editions;
}

async function readEditions(world: World): Promise<ReadonlyMap<string, Edition>> {
  const editions = await world.store.editions();
  const own = editions.filter(({ id }) => !world.library.editions.has(id));
  return new Map(own.map((one) => [one.id, collectedEdition(world, one)]));
}

/** Dated by its closing, or the end of its year, until there is something to date it by. */
function collectedEdition({ words, library }: World, one: KeptEdition): Edition {
  const { id, facts, status, revision, calendar } = one;
  const { title, series, year, invented } = facts;
  const definition = thawDefinition(one.definition, library);
  const date = calendar.closes?.slice(0, 10) ?? `${year}-12-31`;
  return {
    id,
    title,
    series,
    year,
    definition,
    kind: 'collected',
    date,
    countries: [...one.countries].sort(),
    withheld: {},
    ...groupsOf(words, one, date),
    analyses: definition.robustness.analyses.map((analysis) => analysis.id),
    comparability: { class: definition.hash, breaks: words.say('edition.breaks') },
    source: words.say('edition.source', { title }),
    citation: words.say('edition.citation-provisional', { title, year }),
    ...(invented ? { notice: words.say('edition.invented') } : {}),
    run: {
      status,
      revision,
      invented,
      shows: 'settings',
      ...(calendar.closes === undefined ? {} : { closes: calendar.closes }),
    },
  };
}

/** Reports compare with the mean of a group: where none was named, with that of all who take part. */
function groupsOf(
  words: World['words'],
  { groups, mainGroup, countries }: KeptEdition,
  on: string,
): Pick<Edition, 'groups' | 'mainGroup'> {
  if (groups.length > 0) return { groups, mainGroup };
  const name = words.say('edition.all-countries');
  const all = { id: 'all', name, shortName: words.say('edition.all-countries-short'), on, countries };
  return { groups: [all], mainGroup: all.id };
}

/** An edition with its results as they stand now, marked on every page and in every file. */
export function provisional({ words }: Pick<World, 'words'>, edition: Edition): Edition {
  const { run, notice } = edition;
  if (run === undefined) return edition;
  const marked = [words.say('edition.provisional'), ...(notice === undefined ? [] : [notice])].join(' ');
  return { ...edition, notice: marked, run: { ...run, shows: 'provisional' } };
}

/** What a release of an edition is shown by, laid over its settings. */
export interface ReleaseFacts {
  readonly title: string;
  readonly series: string;
  readonly year: number;
  readonly invented: boolean;
}

/** An edition as one of its publications shows it: published, dated, cited by number and hash. */
export function releasedAs(
  { words }: Pick<World, 'words'>,
  { notice: _before, ...edition }: Edition,
  { facts, release }: { readonly facts: ReleaseFacts; readonly release: Release },
): Edition {
  const { invented, ...named } = facts;
  const date = release.at.slice(0, 10);
  const { number, hash } = release;
  return {
    ...edition,
    ...named,
    date,
    citation: words.say('edition.citation', { title: facts.title, number, hash, date: words.date(date) }),
    ...(invented ? { notice: words.say('edition.invented') } : {}),
    ...(edition.run === undefined ? {} : { run: { ...edition.run, invented, shows: release } }),
  };
}
