/**
 * How much of something, in words.
 * Must never: be read as a percentage.
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';
import { labelled } from './question-type.js';

/** As shown, from best to worst. */
const IDS = ['all', 'most', 'some', 'none'] as const;

export const share = oneChoice<Extract<CellSpec, { readonly type: 'share' }>>({
  id: 'share',
  choices: (spec) => IDS.map((id) => labelled(id, spec.labels)),
  order: () => IDS.toReversed(),
});
