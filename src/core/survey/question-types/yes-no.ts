/**
 * Yes or no.
 * Must never: stand for a third answer: "not known" is a reason, and the question says whether it takes it.
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';
import { labelled } from './question-type.js';

/** As shown, the affirmation first. */
const IDS = ['yes', 'no'] as const;

export const yesNo = oneChoice<Extract<CellSpec, { readonly type: 'yes-no' }>>({
  id: 'yes-no',
  choices: (spec) => IDS.map((id) => labelled(id, spec.labels)),
});
