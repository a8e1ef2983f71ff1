/**
 * How often something is done.
 * Must never: count: a number of times is a number question.
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';
import { labelled } from './question-type.js';

/** As shown, from best to worst. */
const IDS = ['often', 'sometimes', 'rarely', 'never'] as const;

export const frequency = oneChoice<Extract<CellSpec, { readonly type: 'frequency' }>>({
  id: 'frequency',
  choices: (spec) => IDS.map((id) => labelled(id, spec.labels)),
  order: () => IDS.toReversed(),
});
