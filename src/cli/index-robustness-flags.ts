/**
 * The flags of `alidade index` that ask how sure its ranks are → what is to be run, or a sentence for each that is wrong.
 * Must never: be loaded where none of them is typed; stop at the first that is wrong.
 */

import { DESIGNS, type Design } from '../core/robustness/designs/design.js';
import { MOST_BASE_SAMPLES, MOST_RUNS, ON_PROBLEM, type OnProblem } from '../core/robustness/edition/asked.js';
import { readVary, type Varied, WAYS } from '../library/index-vary.js';
import { readersWith } from './flag-readers.js';

/** As commander hands them over, and what they are read beside. */
export interface TypedRobustness {
  readonly robustness?: string;
  readonly sensitivity?: string;
  readonly vary?: readonly string[];
  readonly replay?: string;
  readonly design?: string;
  readonly seed?: string;
  readonly onProblem?: string;
  readonly format: string;
  readonly ties?: string;
}

export type Asked = Drawn | Stated;

interface Common {
  readonly onProblem: OnProblem;
  /** Whether it is told who was ahead of whom, which a table of columns has no room for. */
  readonly pairs: boolean;
}

export interface Drawn extends Common {
  readonly analysis: 'robustness' | 'sensitivity';
  readonly count: number;
  readonly design: Design;
  readonly seed: number;
  readonly varied: readonly Varied[];
}

export interface Stated extends Common {
  readonly analysis: 'replay';
  readonly file: string;
}

export type AskedRead = { readonly asked: Asked } | { readonly sentences: readonly string[] };

/** Replications; base points of a sensitivity analysis, each of which is drawn again in a thousand resamples. */
const MOST = { robustness: MOST_RUNS, sensitivity: MOST_BASE_SAMPLES } as const;

export function readRobustness(options: TypedRobustness): AskedRead {
  const { robustness, sensitivity, replay } = options;
  const sentences: string[] = [];
  const say = (sentence: string): void => void sentences.push(sentence);
  const asking = [
    ...(robustness === undefined ? [] : ['--robustness']),
    ...(sensitivity === undefined ? [] : ['--sensitivity']),
  ];
  const analyses = replay === undefined ? asking : [...asking, '--replay'];
  if (analyses.length > 1) say(`${analyses.join(' and ')} print different tables: type one of them.`);
  for (const sentence of idle(options, analyses)) say(sentence);
  const varied = variedOf(options, asking, say);
  const { word, whole } = readersWith(say);
  const onProblem = word('on-problem', options.onProblem, ON_PROBLEM);
  const design = word('design', options.design, DESIGNS);
  const seed =
    options.seed === undefined ? 1 : whole('seed', options.seed, { least: 0, most: Number.MAX_SAFE_INTEGER });
  const analysis = robustness === undefined ? 'sensitivity' : 'robustness';
  const written = robustness ?? sensitivity;
  const count = written === undefined ? 0 : whole(analysis, written, { least: 1, most: MOST[analysis] });
  if (sentences.length > 0) return { sentences };
  const common = { onProblem, pairs: options.format === 'json' };
  if (replay !== undefined) return { asked: { analysis: 'replay', file: replay, ...common } };
  return { asked: { analysis, count, design, seed, varied, ...common } };
}

type Say = (sentence: string) => void;

/** Flags that say something of a run that nobody asked for, or that the run has no use for. */
function idle(options: TypedRobustness, analyses: readonly string[]): readonly string[] {
  const { vary = [], seed, design, onProblem, format } = options;
  const ofDraws = [
    ...(vary.length > 0 ? ['--vary'] : []),
    ...(seed === undefined ? [] : ['--seed']),
    ...(design === undefined ? [] : ['--design']),
  ];
  const typed = onProblem === undefined ? ofDraws : [...ofDraws, '--on-problem'];
  if (analyses.length === 0) {
    return [
      `${typed.join(', ')}: add --robustness N for how far ranks may move, or --sensitivity N for what that is due to.`,
    ];
  }
  const [only] = analyses;
  const isReplay = analyses.length === 1 && only === '--replay';
  return [
    ...(isReplay && ofDraws.length > 0
      ? [`${ofDraws.join(', ')}: --replay takes what is in its file and draws nothing.`]
      : []),
    ...(['normalised', 'treated', 'imputed'].includes(format)
      ? [
          `--format ${format} prints a table of values before any index, which ${only} has nothing to add to: use csv or json.`,
        ]
      : []),
  ];
}

function variedOf({ vary = [], ties }: TypedRobustness, asking: readonly string[], say: Say): readonly Varied[] {
  if (vary.length === 0) {
    if (asking.length > 0) say(`${asking.join(' and ')}: say what is varied, one --vary for each: ${WAYS}.`);
    return [];
  }
  const read = readVary(vary, ties === 'average' || ties === 'max' ? ties : undefined);
  if ('varied' in read) return read.varied;
  for (const sentence of read.sentences) say(sentence);
  return [];
}
