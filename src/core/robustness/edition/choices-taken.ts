/**
 * Who moves under which choice: the index with one alternative in place of the method's rule, each by itself.
 * Must never: mix two choices, or vary a weight beside one.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { Input } from '../scenarios/input.js';
import { isChoice } from '../scenarios/layout.js';
import { openScenarios } from '../scenarios/open-scenarios.js';
import { movedFrom } from './index-moved.js';
import type { OpenedRound } from './open-round.js';
import type { ChoiceTaken } from './robustness.js';

/**
 * Shape: a round and what varies in it → for each alternative of each choice, in their order, the ranks and scores of the index under
 * it and the mean distance of the ranks from the nominal ones. An alternative that is what the method has moves nobody.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168(2).
 * Example: `aggregate` with arithmetic and geometric mean → two lines, the first with a mean shift of 0 under a method of means.
 * Refuses: what the method as it is, or with any of the alternatives by itself, cannot do, all at once.
 */
export function choicesTakenOf(opened: OpenedRound, inputs: readonly Input[]): Outcome<readonly ChoiceTaken[]> {
  const choosing = inputs.filter(isChoice);
  const scenarios = openScenarios(opened.ground, choosing, []);
  if (!scenarios.ok) return scenarios;
  const { nominal, under } = scenarios.value;
  const moved = movedFrom(opened, nominal[0] ?? new Float64Array());
  const problems: Problem[] = [];
  const taken = choosing.flatMap((input, at) =>
    input.alternatives.flatMap(({ label }, picked): readonly ChoiceTaken[] => {
      const found = under({ choices: choosing.map((_, other) => (other === at ? picked : -1)), dropped: -1 });
      if (found.ok) return [{ input: inputs.indexOf(input), label, ...moved(found.value[0] ?? new Float64Array()) }];
      problems.push(...found.problems);
      return [];
    }),
  );
  return problems.length > 0 ? refused(...problems) : done(taken);
}
