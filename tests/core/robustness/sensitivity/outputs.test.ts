/** What a sensitivity analysis looks at, in each evaluation: how far the ranking has moved, and the score and rank of each country. */
import { describe, expect, it } from 'vitest';
import type { Scenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import { outputsOf } from '../../../../src/core/robustness/sensitivity/outputs.js';

const { NaN: none } = Number;
/** Four countries; all that is looked at of an opened round. */
const round = (...nominal: number[]) =>
  ({ rows: nominal.length, nominal: [Float64Array.from(nominal)] }) as unknown as Scenarios;
const looked = (scenarios: Scenarios, ...index: number[]): readonly number[] => [
  ...outputsOf(scenarios, 1e-9).of([Float64Array.from(index)]),
];

describe('the outputs of an evaluation', () => {
  it('are the mean distance of the ranks from the nominal ones, then all scores, then all ranks', () => {
    const scenarios = round(0.9, 0.7, 0.5, 0.1);
    expect(outputsOf(scenarios, 1e-9).count).toBe(9);
    // Nominal ranks 1 2 3 4 become 3 1 2 4: distances 2 1 1 0.
    expect(looked(scenarios, 0.3, 0.8, 0.4, 0.2)).toEqual([1, 0.3, 0.8, 0.4, 0.2, 3, 1, 2, 4]);
    expect(looked(scenarios, 0.9, 0.7, 0.5, 0.1)[0]).toBe(0);
  });

  it('count only countries that have a rank before and after', () => {
    // The second had none before, the third has none now; the others go from 1 to 3 and from 3 to 1.
    expect(looked(round(0.9, none, 0.5, 0.1), 0.1, 0.2, none, 0.3)).toEqual([2, 0.1, 0.2, none, 0.3, 3, 2, none, 1]);
    expect(looked(round(0.9, none), none, 0.2)).toEqual([none, none, 0.2, none, 1]);
  });
});
