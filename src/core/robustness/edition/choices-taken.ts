/**
 * Who moves under which choice: the index with one alternative in place of the method's rule, each by itself.
 * Must never: mix two choices, or vary a weight beside one; let an alternative that cannot stand by itself end a run of combinations
 * that can.
 */
import { done, type Outcome } from '../../problem.js';
import type { Input } from '../scenarios/input.js';
import { isChoice } from '../scenarios/layout.js';
import { openScenarios } from '../scenarios/open-scenarios.js';
import type { Chunk } from '../uncertainty/chunks.js';
import { movedFrom, nowhere } from './index-moved.js';
import type { OpenedRound } from './open-round.js';
import type { ChoiceTaken } from './robustness.js';

/** How many alternatives the choices among these have in all. */
export const countAlternatives = (inputs: readonly Input[]): number =>
  inputs.filter(isChoice).reduce((sum, { alternatives }) => sum + alternatives.length, 0);

/**
 * Shape: a round, what varies in it, and a stretch of the alternatives counted through all choices → for each, in their order, the
 * ranks and scores of the index under it and the mean distance of the ranks from the nominal ones. An alternative that is what the
 * method has moves nobody; one that cannot stand by itself has no numbers, and the code of why.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168(2).
 * Example: `aggregate` with arithmetic and geometric mean → two lines, the first with a mean shift of 0 under a method of means.
 * Refuses: what the method as it is cannot do.
 */
export function choicesTakenOf(
  opened: OpenedRound,
  inputs: readonly Input[],
  { from, to }: Chunk,
): Outcome<readonly ChoiceTaken[]> {
  const choosing = inputs.filter(isChoice);
  const scenarios = openScenarios(opened.ground, choosing, []);
  if (!scenarios.ok) return scenarios;
  const { nominal, under } = scenarios.value;
  const moved = movedFrom(opened, nominal[0] ?? new Float64Array());
  const single = choosing.flatMap((input, at) =>
    input.alternatives.map(({ label }, picked) => ({
      input: inputs.indexOf(input),
      label,
      choices: choosing.map((_, other) => (other === at ? picked : -1)),
    })),
  );
  return done(
    single.slice(from, to).map(({ input, label, choices }): ChoiceTaken => {
      const found = under({ choices, dropped: -1 });
      const taken = found.ok ? moved(found.value[0] ?? new Float64Array()) : nowhere(opened, found.problems);
      return { input, label, ...taken };
    }),
  );
}
