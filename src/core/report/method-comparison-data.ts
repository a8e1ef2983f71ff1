/**
 * A comparison of methods in tidy form: one row per method and country, and one per changed rule and country.
 * Must never: round, or leave an empty figure without saying how it stands.
 */
import type { DataTable } from './document.js';
import { computedHere } from './figure.js';
import type { Side, Sides } from './method-comparison-sides.js';
import type { Scores } from './scores.js';

type Row = readonly (string | number | null)[];

const COLUMNS = [
  'method',
  'method_title',
  'step',
  'country',
  'name',
  'score',
  'rank',
  'move',
  'provenance',
  'published_figure',
  'status',
] as const;

export function methodsData(sides: Sides): DataTable {
  const { words } = sides.material;
  return {
    columns: COLUMNS.map((name) => ({
      name,
      description: words.say(`report.methods.data.${name.replaceAll('_', '-')}`),
    })),
    rows: [...officialRows(sides), ...sides.variants.flatMap((side) => variantRows(sides, side))],
  };
}

function officialRows(sides: Sides): readonly Row[] {
  const { material, scores, comparison } = sides;
  const title = material.words.say('report.methods.official-group');
  return comparison.countries.map((country) => [
    'official',
    title,
    '',
    ...figures(sides, scores, country),
    scores.at(scores.index, country).rank === null ? null : 0,
    computedHere(sides),
    material.edition.figures?.of(country, scores.index.id) ?? null,
    scores.at(scores.index, country).status.kind,
  ]);
}

function variantRows(sides: Sides, { variant, scores }: Side): readonly Row[] {
  const { countries } = sides.comparison;
  const whole = countries.map(
    (country, row): Row => [
      variant.id,
      variant.title,
      '',
      ...figures(sides, scores, country),
      variant.moves[row] ?? null,
      computedHere(sides),
      null,
      scores.at(scores.index, country).status.kind,
    ],
  );
  const stepRows = (step: string, moves: readonly (number | null)[], status: string): readonly Row[] =>
    countries.map((country, row) => [
      variant.id,
      variant.title,
      step,
      country,
      sides.material.nameOf(country),
      null,
      null,
      moves[row] ?? null,
      null,
      null,
      status,
    ]);
  return [
    ...whole,
    ...variant.steps.flatMap(({ id, moves, tried }) => stepRows(id, moves, tried)),
    ...(variant.steps.length > 1 ? stepRows('together', variant.together, 'together') : []),
  ];
}

/** Country, name, score, rank. */
function figures({ material }: Sides, scores: Scores, country: string): Row {
  const { score, rank } = scores.at(scores.index, country);
  return [country, material.nameOf(country), score, rank];
}
