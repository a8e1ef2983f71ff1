/** A robustness job over a table of figures, and its tasks done in any order, so that a test says only what it is about. */

import type { AnalysisAsked, RobustnessAsked } from '../../../../src/core/robustness/edition/asked.js';
import type { OpenedJob, Part, ReadPart, RobustnessJob } from '../../../../src/core/robustness/edition/job.js';
import { openJob } from '../../../../src/core/robustness/edition/open-job.js';
import type { Robustness } from '../../../../src/core/robustness/edition/robustness.js';
import { robustnessOf } from '../../../../src/core/robustness/edition/robustness-of.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { aFramework, aMethod } from '../../../fixtures/tiny-survey.js';

/** One row per country, one figure per leaf in reading order; null is not answered. */
export type Figures = Readonly<Record<string, readonly (number | null)[]>>;

export function aRound(index: Node, figures: Figures, method: Partial<Method> = {}): Round {
  const leaves = leavesOf(index);
  return {
    framework: aFramework(index),
    method: aMethod({ weights: 'stated', ...method }),
    countries: Object.keys(figures).sort(),
    answers: {},
    given: Object.entries(figures).flatMap(([country, cells]) =>
      cells.flatMap((value, at) => (value === null ? [] : [{ country, node: leaves[at]?.id ?? '', value }])),
    ),
    groups: [],
    withheld: [],
  };
}

const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

export const analysis = (id: string, ...inputs: readonly Input[]): AnalysisAsked => ({ id, inputs });

export function asked(analyses: readonly AnalysisAsked[], given: Partial<RobustnessAsked> = {}): RobustnessAsked {
  return { runs: 600, baseSamples: 0, design: 'random', seed: 1, onProblem: 'stop', analyses, ...given };
}

export function opened(job: RobustnessJob): OpenedJob {
  const found = openJob(job);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

export function robustness(job: RobustnessJob): Robustness {
  const found = robustnessOf(job);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** What is kept of a run, by the names of its tasks. */
export type Kept = Map<string, Part>;

/** Does what has not been kept, each phase in the order that `turned` makes of it. */
export function workedThrough(job: OpenedJob, kept: Kept, turned: <T>(list: readonly T[]) => readonly T[]): Robustness {
  const read: ReadPart = ({ name }) => {
    const part = kept.get(name);
    if (part === undefined) throw new Error(`${name} is read before it is done`);
    return part;
  };
  for (const task of job.phases.flatMap((phase) => turned(phase))) {
    if (kept.has(task.name)) continue;
    const part = job.take(task, read);
    if (!part.ok) throw new Error(JSON.stringify(part.problems));
    kept.set(task.name, part.value);
  }
  return job.assemble(read);
}
