/**
 * One of the questionnaire's own options. They have no order: what a choice is worth stands in the indicator's rule.
 * Must never: choose for the person (no option is preset).
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';

export const singleChoice = oneChoice<Extract<CellSpec, { readonly type: 'single-choice' }>>({
  id: 'single-choice',
  choices: (spec) => spec.options,
});
