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

/** Where no alternatives are written for what is missing, one is the low end of a scale that is not known yet. */
export type Varied = Exclude<Input, DoubtInput> | { readonly kind: 'missing'; readonly alternatives: 'by-scale' };

export type VaryRead = { readonly varied: readonly Varied[] } | { readonly sentences: readonly string[] };

/** What can be varied, in the order in which it is drawn, so that the order of typing changes no number. */
const KINDS = ['weights', 'normalise', 'aggregate', 'missing', 'impute', 'treat', 'drop'] as const;
type Kind = (typeof KINDS)[number];

/** All that can be typed behind --vary, for whoever has typed none of it. */
export const WAYS =
  'weights:SHARE, weights:uniform, weights:dirichlet, normalise, aggregate, missing, impute, treat or drop:indicators';

/** `ties`: what --ties says, for alternatives that turn values into ranks. */
export function readVary(written: readonly string[], ties?: RankTies): VaryRead {
  const sentences: string[] = [];
  const known = new Set<Kind>();
  const varied = written.flatMap((one) => {
    const wrong = (message: string): void => void sentences.push(`--vary ${one}: ${message}.`);
    const input = readOne(one, ties, wrong);
    if (input === undefined) return [];
    if (known.has(input.kind)) wrong(`'${input.kind}' is varied already: one --vary holds all its alternatives`);
    known.add(input.kind);
    return [input];
  });
  if (sentences.length > 0) return { sentences };
  return { varied: varied.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)) };
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

function weights(rest: string, wrong: Wrong): WeightsInput | undefined {
  if (rest === 'uniform' || rest === 'dirichlet') return { kind: 'weights', how: { type: rest } };
  const spread = share(rest, () => undefined);
  if (spread !== undefined) return { kind: 'weights', how: { type: 'spread', spread } };
  return refuse(
    wrong,
    'write by what share of itself each weight may rise or fall, 0 to 1, as in weights:0.25; or weights:uniform, or weights:dirichlet',
  );
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
