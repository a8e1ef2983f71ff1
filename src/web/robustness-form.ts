/**
 * The form that begins a robustness run → what is wanted otherwise than the method plans it, or all that is wrong with it.
 * Must never: lose what was typed.
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { AnalysisOptions } from '../journeys/analysing/asked-of.js';
import { readDoubtTable } from '../journeys/analysing/doubt-table.js';
import { computedEdition } from '../journeys/computed-edition.js';
import type { World } from '../journeys/world.js';
import type { Edition } from '../library/library.js';
import { textOf } from './text-of.js';

/** Every field as it was typed; an empty one says nothing. */
export interface TypedRun {
  readonly runs: string;
  readonly samples: string;
  readonly seed: string;
  readonly onProblem: string;
  /** What is tested. */
  readonly of: 'shown' | 'candidate';
  readonly doubt: string;
}

export function typedRun(body: unknown): TypedRun {
  const text = (name: string): string => textOf(body, name);
  return {
    runs: text('runs').trim(),
    samples: text('samples').trim(),
    seed: text('seed').trim(),
    onProblem: text('on-problem'),
    of: text('of') === 'candidate' ? 'candidate' : 'shown',
    doubt: text('doubt'),
  };
}

/** Lines of a table that are named; it may be wrong throughout. */
const MOST = 20;

export async function optionsIn(world: World, edition: Edition, typed: TypedRun): Promise<Outcome<AnalysisOptions>> {
  const { onProblem } = typed;
  const options: AnalysisOptions = {
    ...(typed.runs === '' ? {} : { runs: wholeIn(typed.runs) }),
    ...(typed.samples === '' ? {} : { baseSamples: wholeIn(typed.samples) }),
    ...(typed.seed === '' ? {} : { seed: wholeIn(typed.seed) }),
    ...(onProblem === 'stop' || onProblem === 'count' ? { onProblem } : {}),
  };
  if (typed.doubt.trim() === '') return done(options);
  const table = readDoubtTable(world, await computedEdition(world, edition), Buffer.from(typed.doubt));
  if ('doubt' in table) return done({ ...options, doubt: table.doubt });
  return refused(
    ...table.faults
      .slice(0, MOST)
      .map(({ line, message }): Problem => ({ code: 'doubt-line', details: { line, message }, field: 'doubt' })),
  );
}

/** NaN where it is none, which the run refuses. */
const wholeIn = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

/** At the field it was typed in; of a text that is no whole number, only that. */
export function atField(problem: Problem, typed: TypedRun): Problem {
  const field = FIELDS[problem.code];
  if (field === undefined) return problem;
  const text = typed[field];
  if (text === '' || !Number.isNaN(wholeIn(text))) return { ...problem, field };
  return { code: 'no-whole-number', details: { typed: text }, field };
}

const FIELDS: Readonly<Record<string, 'runs' | 'samples' | 'seed'>> = {
  'robustness-runs': 'runs',
  'robustness-too-many-runs': 'runs',
  'robustness-base-samples': 'samples',
  'robustness-too-many-samples': 'samples',
  'robustness-seed': 'seed',
};
