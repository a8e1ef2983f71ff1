/**
 * What is asked of a robustness run, held against the index it is run on: what varies in this method, or the replications of a file.
 * Must never: be loaded where nobody asks for one.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Input } from '../core/robustness/scenarios/input.js';
import type { Replication } from '../core/robustness/scenarios/stated.js';
import type { Framework } from '../core/scoring/framework.js';
import type { Method, RankTies } from '../core/scoring/method.js';
import { prepare } from '../core/scoring/prepare.js';
import { readReplay } from '../library/index-vary-replay.js';
import { methodsUnder, settledInputs } from '../library/index-vary-settle.js';
import type { Asked, Drawn, Stated } from './index-robustness-flags.js';
import { rowLines } from './row-lines.js';

export type RobustnessRun = DrawnRun | StatedRun;

export interface DrawnRun extends Drawn {
  readonly inputs: readonly Input[];
}

export interface StatedRun extends Stated {
  readonly inputs: readonly Input[];
  readonly replications: readonly Replication[];
}

/** Or all that is wrong, a line each. */
export type RunRead = { readonly run: RobustnessRun } | { readonly faults: readonly string[] };

export interface RobustnessInput {
  /** The methods that are tried, of this tree and method; what is wrong with asking for them is kept for `read`. */
  readonly tried: (framework: Framework, method: Method) => readonly Method[];
  /** To be asked behind `tried`. */
  readonly read: () => RunRead;
}

interface Place {
  readonly ties: RankTies | undefined;
  readonly cwd: string;
}

export function robustnessInput(asked: Asked, place: Place): RobustnessInput {
  let found: Found = { inputs: [], read: { faults: [] } };
  return {
    tried: (framework, method) => {
      const index = { framework, method };
      found = asked.analysis === 'replay' ? replayed(asked, index, place) : drawn(asked, index);
      return methodsUnder(found.inputs, framework, method);
    },
    read: () => found.read,
  };
}

/** `inputs`: all whose needs can be told. */
interface Found {
  readonly inputs: readonly Input[];
  readonly read: RunRead;
}

interface Index {
  readonly framework: Framework;
  readonly method: Method;
}

function drawn(asked: Drawn, { framework, method }: Index): Found {
  const { inputs, sentences } = settledInputs(asked.varied, framework, method);
  return { inputs, read: sentences.length === 0 ? { run: { ...asked, inputs } } : { faults: sentences } };
}

function replayed(asked: Stated, { framework, method }: Index, { ties, cwd }: Place): Found {
  const read = readReplay(readFileSync(resolve(cwd, asked.file)), { plan: prepare(framework, method), ties });
  if ('replay' in read) return { inputs: read.replay.inputs, read: { run: { ...asked, ...read.replay } } };
  return { inputs: [], read: { faults: rowLines(asked.file, read.faults) } };
}
