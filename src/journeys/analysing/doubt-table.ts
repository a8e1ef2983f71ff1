/**
 * A table of answers in doubt, held against the answers an edition's results are computed from.
 * Must never: doubt an answer of a country that takes no part.
 */
import type { Countries } from '../../library/library.js';
import { type DoubtRead, readDoubt } from '../../library/read-doubt.js';
import type { ComputedEdition } from '../computed-edition.js';
import type { World } from '../world.js';

/** `country,question,option,probability[,part]`. Where figures were published, there is no answer to doubt. */
export function readDoubtTable(world: World, computed: ComputedEdition, bytes: Uint8Array): DoubtRead {
  const { outline, countries: round } = computed.computation.input;
  const { nameOf } = world.library.countries;
  const countries: Countries = { isKnown: (code) => round.includes(code), nameOf };
  const say = world.words.say;
  if (outline === undefined) {
    return { faults: [{ line: 1, message: say('no-answers', { edition: computed.edition.title }) }] };
  }
  return readDoubt(bytes, { outline, countries, say: ({ code, details }) => say(code, details) });
}
