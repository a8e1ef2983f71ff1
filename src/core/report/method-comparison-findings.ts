/**
 * What a comparison of methods finds, in its title and lead: how many change rank, who moves most, how well the rankings agree.
 * Must never: name one mover where others move as far.
 */
import type { Agreement } from '../robustness/method-variants/rank-moves.js';
import type { Side, Sides } from './method-comparison-sides.js';
import { wholeOrHalf } from './method-comparison-sides.js';
import { isPlaceAllowed } from './rank-words.js';

/** More movers than these are counted, not named. */
const NAMED = 3;

export function methodsTitle(sides: Sides): string {
  const { words } = sides.material;
  const [only, ...others] = sides.variants;
  if (only !== undefined && others.length === 0) {
    const { agreement, title } = only.variant;
    return words.say('report.methods.title.one', { variant: title, ...changed(agreement), ...moverWords(sides, only) });
  }
  const farthest = farthestSide(sides);
  return words.say('report.methods.title.several', {
    variants: sides.variants.length,
    kept: keptByAll(sides),
    of: farthest?.variant.agreement.ranked ?? 0,
    ...(farthest === undefined ? NOBODY : moverWords(sides, farthest)),
  });
}

export function methodsLead(sides: Sides): string {
  const { words, edition } = sides.material;
  const [only, ...others] = sides.variants.map(({ variant }) => variant.agreement);
  const opening = words.say('report.methods.lead.opening', { edition: edition.title, variants: sides.variants.length });
  if (only === undefined) return opening;
  return [
    opening,
    others.length === 0 ? agreementSentence(sides, only) : rangeSentence(sides, [only, ...others]),
    ...(sides.comparison.fromFigures ? [words.say('report.methods.lead.figures')] : []),
  ].join(' ');
}

/** Of the chart: who moves most, and from where to where if that is one country with a place sure enough to be named. */
export function movesTitle(sides: Sides): string {
  const { words } = sides.material;
  const side = farthestSide(sides);
  const [row] = side?.variant.agreement.movers ?? [];
  if (side === undefined || row === undefined) return words.say('report.methods.moves.none');
  const country = sides.comparison.countries[row] ?? '';
  const only = sides.variants.length === 1 ? 'yes' : 'no';
  if (side.variant.agreement.movers.length > 1 || !isPlaceAllowed(sides.scores, sides.scores.index, country)) {
    const details = { ...moverWords(sides, side), variant: side.variant.title, only };
    return words.say('report.methods.moves.by', details);
  }
  return words.say('report.methods.moves.one', {
    country: sides.material.nameOf(country),
    from: ordinalOf(sides, sides.scores.at(sides.scores.index, country).rank),
    to: ordinalOf(sides, side.scores.at(side.scores.index, country).rank),
    variant: side.variant.title,
    only,
  });
}

const NOBODY = { movers: 'none', places: '0', single: 'no', many: 'no' };

const ordinalOf = ({ material: { words } }: Sides, rank: number | null): string => words.ordinal(rank ?? 0);

/** The first of those under which a country moves farthest; undefined where nobody moves under any. */
function farthestSide({ variants }: Sides): Side | undefined {
  const longest = Math.max(0, ...variants.map(({ variant }) => variant.agreement.longest));
  return longest === 0 ? undefined : variants.find(({ variant }) => variant.agreement.longest === longest);
}

export function moverWords(
  { material, comparison }: Sides,
  { variant: { agreement } }: Side,
): { readonly movers: string; readonly places: string; readonly single: string; readonly many: string } {
  const { words } = material;
  const names = agreement.movers.map((row) => material.nameOf(comparison.countries[row] ?? ''));
  const movers = names.length > NAMED ? words.say('report.methods.movers', { count: names.length }) : words.list(names);
  const places = words.number(agreement.longest, wholeOrHalf(agreement.longest));
  return { movers, places, single: agreement.longest === 1 ? 'yes' : 'no', many: names.length > 1 ? 'yes' : 'no' };
}

const changed = ({ ranked, keep }: Agreement) => ({ moved: ranked - keep, of: ranked });

/** Countries that keep their rank under every variant. */
function keptByAll({ comparison, variants }: Sides): number {
  return comparison.countries.filter((_, row) => variants.every(({ variant }) => variant.moves[row] === 0)).length;
}

function agreementSentence({ material: { words } }: Sides, agreement: Agreement): string {
  const { spearman, kendall, meanMove, top } = agreement;
  if (spearman === null || kendall === null || meanMove === null) return words.say('report.methods.lead.undefined');
  return words.say('report.methods.lead.agreement', {
    spearman: words.number(spearman, 3),
    kendall: words.number(kendall, 3),
    move: words.number(meanMove, 1),
    shared: top.shared,
    top: top.of,
  });
}

function rangeSentence({ material: { words } }: Sides, agreements: readonly Agreement[]): string {
  const correlations = agreements.flatMap(({ spearman }) => spearman ?? []);
  const moves = agreements.flatMap(({ meanMove }) => meanMove ?? []);
  if (correlations.length === 0 || moves.length === 0) return words.say('report.methods.lead.undefined');
  const [least, most] = [Math.min(...correlations), Math.max(...correlations)].map((one) => words.number(one, 3));
  return words.say('report.methods.lead.range', {
    least: least ?? '',
    most: most ?? '',
    same: least === most ? 'yes' : 'no',
    move: words.number(Math.max(...moves), 1),
  });
}
