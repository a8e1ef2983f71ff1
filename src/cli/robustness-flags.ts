/**
 * The flags of `alidade robustness` as typed → what is wanted otherwise than the method plans it, or a sentence for each that is wrong.
 * Must never: stop at the first that is wrong; read a file.
 */
import { DESIGNS } from '../core/robustness/designs/design.js';
import { MOST_BASE_SAMPLES, MOST_RUNS, ON_PROBLEM } from '../core/robustness/edition/asked.js';
import type { AnalysisOptions } from '../journeys/analysing/asked-of.js';
import { readersWith } from './flag-readers.js';
import { BINARY } from './hand-document.js';

/** As commander hands them over. */
export interface TypedRobustness {
  readonly runs?: string;
  readonly seed?: string;
  readonly sensitivity?: string;
  readonly design?: string;
  readonly vary?: readonly string[];
  readonly doubt?: string;
  readonly replay?: string;
  readonly onProblem?: string;
  readonly format?: string;
  readonly out?: string;
}

export interface FlagsRead {
  readonly options: AnalysisOptions;
  /** All that is wrong. */
  readonly sentences: readonly string[];
}

export function readRobustnessFlags(typed: TypedRobustness): FlagsRead {
  const sentences = [...drawsInReplay(typed), ...unfit(typed)];
  const { word, whole } = readersWith((sentence) => void sentences.push(sentence));
  const { runs, seed, sensitivity, design, vary, onProblem } = typed;
  return {
    options: {
      ...(runs === undefined ? {} : { runs: whole('runs', runs, { least: 1, most: MOST_RUNS }) }),
      ...(seed === undefined ? {} : { seed: whole('seed', seed, { least: 0, most: Number.MAX_SAFE_INTEGER }) }),
      ...(sensitivity === undefined
        ? {}
        : { baseSamples: whole('sensitivity', sensitivity, { least: 0, most: MOST_BASE_SAMPLES }) }),
      ...(design === undefined ? {} : { design: word('design', design, DESIGNS) }),
      ...(onProblem === undefined ? {} : { onProblem: word('on-problem', onProblem, ON_PROBLEM) }),
      ...(vary === undefined ? {} : { vary }),
    },
    sentences,
  };
}

/** What says something of draws, where nothing is drawn. */
function drawsInReplay(typed: TypedRobustness): readonly string[] {
  if (typed.replay === undefined) return [];
  const idle = (['runs', 'seed', 'sensitivity', 'design', 'vary', 'doubt'] as const).filter(
    (flag) => typed[flag] !== undefined,
  );
  if (idle.length === 0) return [];
  return [`${idle.map((flag) => `--${flag}`).join(', ')}: --replay takes what is in its file and draws nothing.`];
}

/** A format without the place it needs, or a place without a format. */
function unfit({ format, out }: TypedRobustness): readonly string[] {
  if (format === undefined) return out === undefined ? [] : ['--out: name a format as well, with --format.'];
  const needsFolder = BINARY.includes(format) && out === undefined;
  return needsFolder ? [`--format ${format}: this is not text; name a folder to write to with --out.`] : [];
}
