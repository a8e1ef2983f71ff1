/**
 * How the analyses were made, so that anybody can make them again: what varied, how it was drawn, by what it was computed, and
 * what the words of the report mean.
 * Must never: leave a convention to be guessed, or a replication that had no numbers uncounted.
 */
import { OWN_ANALYSIS } from '../robustness/edition/asked.js';
import { FEWEST_INDICATORS, isDoubted } from '../robustness/edition/discreet-robustness.js';
import type { Block } from './document.js';
import { analysisName, variedWords } from './robustness-inputs.js';
import type { Tested } from './robustness-tested.js';
import { isRescaled } from './scores.js';

const NOTES = ['ranks', 'interval', 'ahead', 'tiers', 'places'] as const;

export function madeSection(tested: Tested): readonly Block[] {
  const { words, edition } = tested.scores.material;
  const { result } = tested;
  const say = (key: string, details: Readonly<Record<string, string | number>> = {}): string =>
    words.say(`report.robustness.made.${key}`, details);
  return [
    { kind: 'heading', level: 2, id: 'made', text: say('heading') },
    {
      kind: 'list',
      items: [
        ...analysesWords(tested),
        say(`design-${result.design}`, { runs: words.number(result.runs, 0), seed: String(result.seed) }),
        say(`problem-${result.onProblem}`),
        ...(result.baseSamples > 0 ? [say('sensitivity', { base: words.number(result.baseSamples, 0) })] : []),
        ...NOTES.map((note) => say(note, { widest: tested.widest })),
        ...scaleNotes(tested),
        ...(result.analyses.some(isDoubted) ? [say('discreet', { fewest: FEWEST_INDICATORS })] : []),
        say('engine', { engine: result.engine }),
      ],
    },
    {
      kind: 'paragraph',
      text: say('again', { own: result.analyses.some(({ id }) => id === OWN_ANALYSIS) ? 'yes' : 'no' }),
    },
    { kind: 'paragraph', tone: 'formula', text: commandOf(edition.id, result) },
  ];
}

/** Whoever varied other things than the method plans has to name them again. */
function commandOf(edition: string, result: Tested['result']): string {
  const { runs, seed, design, baseSamples, onProblem, analyses } = result;
  const counted = onProblem === 'count' ? ' --on-problem count' : '';
  if (analyses.some(({ replayed }) => replayed !== undefined))
    return `alidade robustness ${edition} --replay FILE.csv${counted}`;
  const drawn = `--runs ${runs} --sensitivity ${baseSamples} --design ${design} --seed ${seed}`;
  return `alidade robustness ${edition} ${drawn}${counted}`;
}

/** What varied in each, and how many of its replications had no numbers. */
export function analysesWords(tested: Tested): readonly string[] {
  const { words } = tested.scores.material;
  return tested.result.analyses.map((analysis) =>
    words.say('report.robustness.made.analysis', {
      name: analysisName(tested, analysis),
      varied: variedWords(tested, analysis),
      hash: analysis.replayed ?? '',
      replayed: analysis.replayed === undefined ? 'no' : 'yes',
      failed: analysis.failed,
      undrawn: analysis.undrawn ?? 0,
      runs: words.number(analysis.runs, 0),
    }),
  );
}

/** Where intervals of scores are harder to read than those of ranks. */
function scaleNotes({ scores, first }: Tested): readonly string[] {
  const { words } = scores.material;
  return [
    ...(isRescaled(scores.material, scores.index.id) ? ['rescaled'] : []),
    ...(first.inputs.some(({ kind }) => kind === 'normalise') ? ['scales'] : []),
    ...(scores.material.method.ranking.on === 'presented' ? ['presented'] : []),
  ].map((note) => words.say(`report.robustness.made.${note}`));
}
