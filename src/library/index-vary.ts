/**
 * What is varied in an index of two tables, as typed: `weights:0.25`, `normalise=min-max:1,100|rank`, `drop:indicators`.
 * Must never: vary what cannot be read, or one thing twice; be loaded where nothing is varied.
 */
import type { ChoiceInput, DoubtInput, Input, WeightsInput } from '../core/robustness/scenarios/input.js';
import type { RankTies } from '../core/scoring/method.js';
import { didYouMean } from './did-you-mean.js';
import { choiceOf, ruleFrom } from './index-vary-rules.js';
import { refuse, share } from './index-words.js';
import { quoted } from './quoted.js';

/** What waits for the index it is varied in: the nodes of levels, and what stands for a missing score on a scale. */
export type Varied =
  | Exclude<Input, DoubtInput | WeightsInput>
  | WeightsWritten
  | { readonly kind: 'missing'; readonly alternatives: 'by-scale' };

interface WeightsWritten extends Pick<WeightsInput, 'kind' | 'how'> {
  /** All below the index where none are written. */
  readonly levels?: readonly string[];
}

export type VaryRead = { readonly varied: readonly Varied[] } | { readonly sentences: readonly string[] };

/** What can be varied, in the order in which it is drawn, so that the order of typing changes no number. */
const KINDS = ['weights', 'normalise', 'aggregate', 'missing', 'impute', 'treat', 'drop'] as const;
type Kind = (typeof KINDS)[number];

/** All that can be typed behind --vary, for whoever has typed none of it. */
export const WAYS =
  'weights:SHARE, weights:uniform, weights:dirichlet (each also @LEVEL), normalise, aggregate, missing, impute, treat or drop:indicators';

/** `ties`: what --ties says, for alternatives that turn values into ranks. */
export function readVary(written: readonly string[], ties?: RankTies): VaryRead {
  const { varied, faults } = readVaried(written, ties);
  return faults.length === 0
    ? { varied }
    : { sentences: faults.map(({ at, message }) => `--vary ${written[at]}: ${message}.`) };
}

/** What is wrong with a word, by its place. */
export interface VaryFault {
  readonly at: number;
  readonly message: string;
}

interface VariedRead {
  readonly varied: readonly Varied[];
  /** Places of the words that could be read, by what they vary. */
  readonly places: ReadonlyMap<string, number>;
  readonly faults: readonly VaryFault[];
}

/** As `readVary`, wherever the words stand. */
export function readVaried(written: readonly string[], ties?: RankTies): VariedRead {
  const faults: VaryFault[] = [];
  const places = new Map<Kind, number>();
  const varied = written.flatMap((one, at) => {
    const wrong = (message: string): void => void faults.push({ at, message });
    const input = readOne(one, ties, wrong);
    if (input === undefined) return [];
    if (places.has(input.kind)) wrong(`'${input.kind}' is varied already: write all its alternatives in one place`);
    else places.set(input.kind, at);
    return [input];
  });
  return { varied: varied.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)), places, faults };
}

/** Alternatives of the bare word. */
const USUAL = {
  normalise: 'min-max:1,100|z-score:50,5|rank',
  aggregate: 'arithmetic|geometric|harmonic',
  impute: 'none|mean|median',
  treat: 'none|outliers',
} as const;

type Wrong = (message: string) => void;

function readOne(written: string, ties: RankTies | undefined, wrong: Wrong): Varied | undefined {
  if (written === 'doubt') return refuse(wrong, 'two tables hold no answers that could be in doubt');
  const [, word = '', sign = '', rest = ''] = /^([^:=]*)([:=]?)(.*)$/s.exec(written) ?? [];
  const kind = KINDS.find((one) => one === word);
  if (kind === undefined) {
    const meant = didYouMean(word, KINDS);
    const asked = meant === undefined ? '' : `; did you mean '${meant}'?`;
    return refuse(wrong, `${quoted(word)} cannot be varied: use ${WAYS}${asked}`);
  }
  if (kind === 'weights') return weights(sign === ':' ? rest : '', wrong);
  if (kind === 'drop') {
    return sign === ':' && rest === 'indicators'
      ? { kind }
      : refuse(wrong, 'only indicators can be left out one by one: write drop:indicators');
  }
  if (sign === ':') return refuse(wrong, `alternatives stand behind an equals sign, as in ${EXAMPLES[kind]}`);
  if (kind === 'missing' && sign === '') return { kind, alternatives: 'by-scale' };
  return choice(kind, { list: sign === '' && kind !== 'missing' ? USUAL[kind] : rest, ties }, wrong);
}

const EXAMPLES = {
  normalise: `normalise=${USUAL.normalise}`,
  aggregate: `aggregate=${USUAL.aggregate}`,
  impute: `impute=${USUAL.impute}`,
  treat: `treat=${USUAL.treat}`,
  missing: 'missing=leave-out|0',
} as const;

function weights(written: string, wrong: Wrong): WeightsWritten | undefined {
  const [how = '', levels] = partedAt(written);
  if (levels?.some((level) => level === '') === true) {
    return refuse(wrong, 'name the levels behind the @, with commas between them, as in weights:uniform@pillar');
  }
  const of = levels === undefined ? {} : { levels };
  if (how === 'uniform' || how === 'dirichlet') return { kind: 'weights', how: { type: how }, ...of };
  const spread = share(how, () => undefined);
  if (spread !== undefined) return { kind: 'weights', how: { type: 'spread', spread }, ...of };
  return refuse(
    wrong,
    'write by what share of itself each weight may rise or fall, 0 to 1, as in weights:0.25; or weights:uniform, or weights:dirichlet',
  );
}

/** What stands before the first @, and the levels behind it. */
function partedAt(written: string): readonly [how: string, levels: readonly string[] | undefined] {
  const at = written.indexOf('@');
  if (at < 0) return [written, undefined];
  return [
    written.slice(0, at),
    written
      .slice(at + 1)
      .split(',')
      .map((level) => level.trim()),
  ];
}

interface Listed {
  readonly list: string;
  readonly ties: RankTies | undefined;
}

function choice(kind: ChoiceInput['kind'], { list, ties }: Listed, wrong: Wrong): ChoiceInput | undefined {
  const labels = list.split('|').map((one) => one.trim());
  const rules = labels.map((label) => ruleFrom(kind, label, { ties, wrong }));
  if (rules.some((rule) => rule === undefined)) return undefined;
  if (labels.length < 2) {
    return refuse(wrong, `one alternative leaves nothing to vary: write two or more, as in ${EXAMPLES[kind]}`);
  }
  const written = rules.map((rule) => JSON.stringify(rule));
  const twice = labels.find((_, at) => written.indexOf(written[at] ?? '') < at);
  if (twice !== undefined)
    return refuse(wrong, `${quoted(twice)} is there twice, and each alternative is as likely as the others`);
  return choiceOf(kind, labels, rules);
}
