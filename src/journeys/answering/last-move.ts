/**
 * What the last save of a country has moved its index by, in a demonstration, where that is everybody's to see.
 * Must never: be asked for an edition that is being collected.
 */
import { computedEdition, recomputedWith } from '../computed-edition.js';
import type { World } from '../world.js';
import type { Answering } from './load-answering.js';
import { stateAt } from './rebase-page.js';

export interface IndexMove {
  /** As presented; '' where there is no score. */
  readonly before: string;
  readonly after: string;
}

/** The index now, and with the answers before the last save. */
export async function lastMove(world: World, { edition, submission }: Answering): Promise<IndexMove> {
  const { country, revision } = submission;
  const computed = await computedEdition(world, edition);
  const row = computed.computation.results.countries.indexOf(country);
  const indexOf = ({ results }: typeof computed.computation): string => results.nodes[0]?.presented[row] ?? '';
  const history = await world.store.history({ kind: 'submission', edition: edition.id, country });
  const { answers } = stateAt(history, revision - 1);
  return { before: indexOf(recomputedWith(computed, country, answers)), after: indexOf(computed.computation) };
}
