/**
 * What varied, in words: each input as a phrase that fits a list, and by a short name; and what did not vary.
 * Must never: leave out an input, or let a reader think that an interval holds what it does not.
 */
import type { Analysis } from '../robustness/edition/robustness.js';
import type { Input, WeightsInput } from '../robustness/scenarios/input.js';
import type { Words } from '../text/words.js';
import { alternativeWords } from './alternative-words.js';
import { asWritten } from './method-lines.js';
import { nameOf, type Place } from './places.js';
import type { Tested } from './robustness-tested.js';

/** What words need: the names of nodes and levels, and no result. */
type Reading = Pick<Tested, 'scores'>;

/** More nodes than these are counted, not named. */
const NAMED = 4;

/** "Weights of the pillars", "How scores are combined". */
export function inputName(tested: Tested, input: Input): string {
  const { words } = tested.scores.material;
  if (input.kind !== 'weights') return words.say(`report.robustness.input.${input.kind}.name`);
  return words.say('report.robustness.input.weights.name', { ...whichWeights(tested, input) });
}

/** "every weight by up to ±25 %", within a sentence. */
function inputPhrase(tested: Reading, input: Input): string {
  const { words } = tested.scores.material;
  switch (input.kind) {
    case 'weights':
      return words.say(`report.robustness.input.weights.${input.how.type}`, {
        ...whichWeights(tested, input),
        spread: input.how.type === 'spread' ? asWritten(Number((input.how.spread * 100).toPrecision(12))) : '',
      });
    case 'drop':
      return words.say('report.robustness.input.drop.phrase');
    case 'doubt':
      return words.say('report.robustness.input.doubt.phrase', {
        answers: input.answers.length,
        countries: new Set(input.answers.map(({ country }) => country)).size,
      });
    default:
      return words.say(`report.robustness.input.${input.kind}.phrase`, {
        alternatives: either(words, alternativeWords(words, input)),
      });
  }
}

/** "a, b or c". */
function either(words: Words, labels: readonly string[]): string {
  const [last = '', ...before] = labels.toReversed();
  if (before.length === 0) return last;
  return words.say('report.robustness.either', { before: before.toReversed().join(', '), last });
}

/** Which weights: all, those of one whole level, or those of some nodes. */
function whichWeights(
  { scores }: Reading,
  { nodes }: WeightsInput,
): { readonly which: string; readonly nodes: string } {
  if (nodes === undefined) return { which: 'all', nodes: '' };
  const { words, framework } = scores.material;
  const places = scores.places.filter(({ id }) => nodes.includes(id));
  const depths = [...new Set(places.map(({ depth }) => depth))];
  const wholeLevels = depths.every((depth) => atDepth(scores.places, depth) === atDepth(places, depth));
  if (wholeLevels && depths.length > 0) {
    const plurals = depths.map((depth) => framework.levels[depth]?.plural ?? words.say('report.robustness.parts'));
    return { which: 'nodes', nodes: words.say('report.robustness.level', { levels: words.list(plurals) }) };
  }
  const named = places.length <= NAMED;
  return {
    which: 'nodes',
    nodes: named ? words.list(places.map(nameOf)) : words.say('report.robustness.nodes', { count: places.length }),
  };
}

const atDepth = (places: readonly Place[], depth: number): number =>
  places.filter((place) => place.depth === depth).length;

/** Everything that varied in an analysis, as the middle of a sentence. */
export function variedWords(tested: Reading, analysis: Pick<Analysis, 'inputs' | 'replayed'>): string {
  const { words } = tested.scores.material;
  if (analysis.replayed !== undefined) return words.say('report.robustness.varied-stated');
  return words.list(analysis.inputs.map((input) => inputPhrase(tested, input)));
}

/** What an interval does not hold, as the middle of a sentence. */
export function heldWords(tested: Tested, { inputs, replayed }: Analysis): string {
  const { words, edition, method } = tested.scores.material;
  const kinds = new Set(inputs.map(({ kind }) => kind));
  const some = inputs.some((input) => input.kind === 'weights' && input.nodes !== undefined);
  const treats = (method.outliers ?? 'none') !== 'none';
  const held = [
    // A file of replications may weigh and leave out as it likes, and is not told of line by line.
    kinds.has('drop') || replayed !== undefined ? 'other-indicators' : 'indicators',
    ...(replayed !== undefined ? ['unstated'] : kinds.has('weights') ? (some ? ['other-weights'] : []) : ['weights']),
    ...(kinds.has('normalise') ? [] : ['normalise']),
    ...(kinds.has('aggregate') ? [] : ['aggregate']),
    ...(kinds.has('missing') || kinds.has('impute') ? [] : ['missing']),
    ...(kinds.has('treat') || !treats ? [] : ['treat']),
    edition.kind === 'published' ? 'figures' : kinds.has('doubt') ? 'undoubted' : 'answers',
    'chance',
  ];
  return words.list(held.map((one) => words.say(`report.robustness.held.${one}`)));
}

/** What an analysis is called: by its wording where there is one, by its id where there is none. */
export function analysisName({ scores: { material } }: Reading, { id }: Pick<Analysis, 'id'>): string {
  return material.words.say('report.robustness.analysis', { key: id.replaceAll(/[^a-z0-9]/g, '_'), id });
}
