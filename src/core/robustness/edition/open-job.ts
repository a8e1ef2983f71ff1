/**
 * Opens a robustness run: all that can be wrong with it is found, and the rest is tasks.
 * Must never: draw a number before everything that was asked has been looked at.
 */
import { done, type Outcome, refused } from '../../problem.js';
import { assemble, type OpenedRun } from './assemble.js';
import { problemsOfAsked } from './check-asked.js';
import type { OpenedJob, OpenJob, Part, ReadPart, Task } from './job.js';
import { elementsOf } from './left-out.js';
import { openAnalysis } from './open-analysis.js';
import { openRound } from './open-round.js';
import { planTasks } from './plan-tasks.js';
import { takeQuantiles } from './quantiles-task.js';
import { type SobolPart, takeIndices, takeSobol } from './sensitivity-tasks.js';
import { type SpreadPart, takeSpread } from './spread-task.js';
import { takeChoices, takeElements } from './taken-tasks.js';

/**
 * Shape: a round and what is asked of it → two phases of tasks, any of which may be done by anybody in any order, and what puts
 * together what they leave: the numbers of `uncertaintyOf` and `sensitivityOf` for the same seed, to the last bit. Where several
 * tasks of a phase have a problem, the first of them in order says which replication was the first without numbers.
 *
 * Citation: as at `uncertaintyOf`, `sensitivityOf` and `tiersOf`.
 * Example: 300 replications are three tasks `spread`, of 128, 128 and 44.
 * Refuses: sizes out of bounds, an analysis there is twice or with nothing in it, stated replications of another shape; what the
 * method, or any combination of alternatives, cannot do. All at once.
 */
export const openJob: OpenJob = ({ round: kept, asked }) => {
  const round = openRound(kept);
  if (!round.ok) return round;
  const wrong = problemsOfAsked(asked, round.value.plan, round.value.countries.length);
  if (wrong.length > 0) return refused(...wrong);
  const elements = elementsOf(round.value);
  if (!elements.ok) return elements;
  const opened = asked.analyses.map((analysis) => openAnalysis(round.value, analysis, asked));
  const problems = opened.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return refused(...problems);
  const analyses = opened.flatMap((one) => (one.ok ? [one.value] : []));
  const tasks = planTasks(analyses, { nodes: round.value.plan.nodes.length, elements: elements.value.length });
  return done(jobOf({ asked, round: round.value, analyses, tasks }, elements.value));
};

function jobOf(run: OpenedRun, elements: readonly string[]): OpenedJob {
  const { tasks } = run;
  return {
    phases: [
      [
        ...tasks.analyses.flatMap(({ chunks, points, choices }) => [...chunks, ...points, ...choices]),
        ...tasks.elements,
      ],
      tasks.analyses.flatMap(({ quantiles, indices }) => [...quantiles, ...indices]),
    ],
    take: (task, read) =>
      task.analysis < 0 ? takeElements(run.round, elements, task) : takeOfAnalysis(run, task, read),
    assemble: (read) => assemble(run, read),
  };
}

function takeOfAnalysis({ asked, round, analyses, tasks }: OpenedRun, task: Task, read: ReadPart): Outcome<Part> {
  const analysis = analyses[task.analysis];
  const own = tasks.analyses[task.analysis];
  if (analysis === undefined || own === undefined) throw new RangeError(`there is no analysis for ${task.name}`);
  const { rows, layout } = analysis.scenarios;
  switch (task.what) {
    case 'spread':
      return takeSpread(analysis, task, asked.onProblem);
    case 'sobol':
      return takeSobol(analysis, task, asked.onProblem);
    case 'taken':
      return takeChoices(round, analysis.asked.inputs, task);
    case 'quantiles':
      return done(takeQuantiles(each<SpreadPart>(own.chunks, read), { cells: task, rows, count: analysis.count }));
    case 'indices': {
      const { seed } = asked;
      const size = { inputs: layout.groups.length, count: analysis.baseSamples, seed };
      return done(takeIndices(each<SobolPart>(own.points, read), { outputs: task, ...size }));
    }
  }
}

/** One after the other, so that not all need be in memory. */
function* each<Kind extends Part>(tasks: readonly Task[], read: ReadPart): Generator<Kind> {
  for (const task of tasks) yield read(task) as Kind;
}
