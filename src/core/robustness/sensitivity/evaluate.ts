/**
 * The evaluations that Sobol indices are estimated from, for any stretch of base points.
 * Must never: let the numbers of a base point hang on which others are evaluated with it.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { Points } from '../designs/design.js';
import type { Scenarios } from '../scenarios/open-scenarios.js';
import type { Chunk } from '../uncertainty/chunks.js';
import type { Outputs } from './outputs.js';
import { coordinatesOf, saltelliPlan } from './saltelli-plan.js';

export interface Evaluations {
  /** Base points from `from` up to, and without, `to`, and which outputs of them are kept. */
  readonly points: Chunk;
  readonly outputs: Chunk;
  readonly onProblem: 'stop' | 'count';
  readonly onPoint?: (point: number) => void;
}

export interface Evaluated {
  /** By output, then by matrix (A, B, then each input), then by base point; NaN where there is no number. */
  readonly values: Float64Array;
  /** By base point: 1 where one of its evaluations has no numbers, and all of them are left out. */
  readonly failed: Uint32Array;
}

interface Subject {
  readonly scenarios: Scenarios;
  readonly outputsOf: Outputs['of'];
  /** Of twice the coordinates. */
  readonly pointAt: Points;
}

/** Refuses, where the run is to stop, with the reason of the first evaluation without numbers. */
export function evaluate(
  { scenarios, outputsOf, pointAt }: Subject,
  { points, outputs, onProblem, onPoint }: Evaluations,
): Outcome<Evaluated> {
  const { groups } = scenarios.layout;
  const each = groups.length + 2;
  const length = points.to - points.from;
  const { evaluationAt } = saltelliPlan(points.to, groups.length);
  const values = new Float64Array((outputs.to - outputs.from) * each * length).fill(Number.NaN);
  const failed = new Uint32Array(length);
  for (let base = points.from; base < points.to; base++) {
    onPoint?.(base);
    const point = pointAt(base);
    let problems: readonly Problem[] = [];
    for (let matrix = 0; matrix < each && problems.length === 0; matrix++) {
      const scores = scenarios.at(coordinatesOf(point, evaluationAt(base * each + matrix).matrix, groups));
      if (!scores.ok) {
        problems = scores.problems;
        continue;
      }
      const found = outputsOf(scores.value);
      for (let output = outputs.from; output < outputs.to; output++) {
        values[((output - outputs.from) * each + matrix) * length + base - points.from] = found[output] ?? Number.NaN;
      }
    }
    if (problems.length === 0) continue;
    if (onProblem === 'stop') return refused(...problems);
    failed[base - points.from] = 1;
  }
  return done({ values, failed });
}

/** The columns of one output, by matrix, of the base points that have numbers. `output` is counted from the first that was kept. */
export function soundColumns({ values, failed }: Evaluated, output: number, matrices: number): readonly Float64Array[] {
  const points = failed.length;
  return Array.from({ length: matrices }, (_, matrix) => {
    const first = (output * matrices + matrix) * points;
    return values.subarray(first, first + points).filter((_value, point) => failed[point] === 0);
  });
}

export const countFailed = (failed: Uint32Array): number => failed.reduce((sum, one) => sum + one, 0);
