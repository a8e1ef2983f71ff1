/**
 * A judgement in named levels, written in the questionnaire from worst to best ("red", "amber", "green").
 * Must never: become a number: levels have an order and no distances.
 */
import type { CellSpec } from '../answer-spec.js';
import { oneChoice } from './one-choice.js';

export const rating = oneChoice<Extract<CellSpec, { readonly type: 'rating' }>>({
  id: 'rating',
  choices: (spec) => spec.levels,
  order: (spec) => spec.levels.map((level) => level.id),
});
