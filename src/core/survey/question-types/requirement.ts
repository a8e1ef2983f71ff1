/**
 * How far a formal requirement reaches: the whole of government, some bodies, none.
 * Must never: say what half a reach is worth (that is the indicator's rule).
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';
import { labelled } from './question-type.js';

/** As shown, from best to worst. */
const IDS = ['whole', 'some', 'none'] as const;

export const requirement = oneChoice<Extract<CellSpec, { readonly type: 'requirement' }>>({
  id: 'requirement',
  choices: (spec) => IDS.map((id) => labelled(id, spec.labels)),
  order: () => IDS.toReversed(),
});
