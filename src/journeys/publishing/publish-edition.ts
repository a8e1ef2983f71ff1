/**
 * Freezes what an edition comes to and publishes it, as one change; and queues a message to the people of its countries.
 * Must never: publish anything but what was shown to whoever confirmed it.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { ENGINE } from '../../core/scoring/engine.js';
import { canonicalJson } from '../../core/workflow/canonical-json.js';
import { decidePublication } from '../../core/workflow/decide-edition-move.js';
import type { Person } from '../../core/workflow/roles.js';
import type { Edition } from '../../library/library.js';
import type { Message } from '../../store/store.js';
import { standingRobustness } from '../analysing/kept-robustness.js';
import { sha256 } from '../sha256.js';
import type { World } from '../world.js';
import { type Preview, previewPublication } from './preview-publication.js';
import type { ReleaseSnapshot } from './release-snapshot.js';

export interface Confirmed {
  readonly person: Person;
  /** Of the preview that was shown. */
  readonly revision: number;
  /** What was corrected. */
  readonly note: string;
  /** Path of the edition's page, for the messages. */
  readonly path: string;
}

/** Refused with `publication-stale` where anything in the edition has changed since it was shown. */
export async function publishEdition(
  world: World,
  id: string,
  { person, revision, note, path }: Confirmed,
): Promise<Outcome<{ readonly number: number }>> {
  const shown = await previewPublication(world, id, person);
  if (!shown.ok) return shown;
  const { edition, number, problems } = shown.value;
  if (problems.length > 0) return refused(...problems);
  if (shown.value.revision !== revision || shown.value.computed.revision !== revision) return refused(STALE);
  const at = world.clock();
  const submissions = await world.store.submissions(id);
  const decided = decidePublication(
    {
      status: edition.run?.status ?? 'preparing',
      submissions: new Map(submissions.map(({ country, status }) => [country, status])),
      published: number - 1,
      hash: sha256,
    },
    { note, snapshot: canonicalJson(await snapshotOf(world, shown.value, { number, at, note: note.trim() })) },
  );
  if (!decided.ok) return decided;
  const messages = await messagesOf(world, edition, { number, note: note.trim(), path });
  if ((await world.store.editionRevision(id)) !== revision) return refused(STALE);
  const subject = { kind: 'edition', edition: id } as const;
  const stamp = { subject, by: person.account, at, expecting: edition.run?.revision ?? 0, messages };
  const committed = await world.store.commit(decided.value, stamp);
  if (committed.ok) return done({ number });
  return refused(...committed.problems.map((problem) => (problem.code === 'stale-revision' ? STALE : problem)));
}

const STALE = { code: 'publication-stale' };

async function snapshotOf(
  world: World,
  { edition, computed }: Preview,
  publication: ReleaseSnapshot['publication'],
): Promise<ReleaseSnapshot> {
  const { id, title, series, year, definition, countries, groups, mainGroup, run } = edition;
  const { answers, intake, computation } = computed;
  const standing = await standingRobustness(world, computed);
  return {
    edition: { id, title, series, year, invented: run?.invented ?? false },
    publication,
    definition: { id: definition.id, hash: definition.hash },
    engine: ENGINE,
    countries,
    groups,
    mainGroup,
    calendar: run?.closes === undefined ? {} : { closes: run.closes },
    withheld: intake?.withheld ?? {},
    excluded: intake?.excluded ?? {},
    answers: Object.fromEntries(answers),
    results: computation.results,
    ...(standing === undefined ? {} : { robustness: { number: standing.number, hash: standing.hash } }),
  };
}

interface Announced {
  readonly number: number;
  readonly note: string;
  readonly path: string;
}

/** One to each account that works for a country of the edition, whatever its role there. */
async function messagesOf(
  world: World,
  edition: Edition,
  { number, note, path }: Announced,
): Promise<readonly Message[]> {
  const concerned = (await world.store.accounts()).filter(
    ({ isDisabled, grants }) =>
      !isDisabled && grants.some((one) => one.edition === edition.id && edition.countries.includes(one.country ?? '')),
  );
  const corrected = number > 1 ? { number: String(number), note } : {};
  return concerned.map(({ id, email, name }) => ({
    once: `published:${edition.id}:${number}:${id}`,
    to: email,
    template: 'published',
    details: { name, edition: edition.title, link: `${world.publicAddress}${path}`, ...corrected },
  }));
}
