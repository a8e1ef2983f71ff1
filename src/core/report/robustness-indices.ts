/**
 * What the movement of ranks is due to: first-order and total Sobol indices of each input, of the mean shift of all ranks and of
 * each country's rank.
 * Must never: show an index that is not defined as nought, or clip an estimate.
 */
import type { Analysis, IndicesShown, SensitivityShown } from '../robustness/edition/robustness.js';
import type { IndicesChart } from './chart.js';
import type { Block, Cell, Table } from './document.js';
import { computedHere } from './figure.js';
import { countryCell } from './ranking-section.js';
import { inputName } from './robustness-inputs.js';
import { captionOf, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';

/** Nothing where one thing alone varied: all is due to it. @param id '' for the first analysis; else what the ids of this one's blocks begin with */
export function indicesSection(tested: Tested, analysis: Analysis, id: string): readonly Block[] {
  const { sensitivity } = analysis;
  const { words } = tested.scores.material;
  if (sensitivity === undefined || analysis.inputs.length < 2) return [];
  const title = titleOf(tested, analysis, sensitivity);
  const measure = measureOf(tested, sensitivity);
  const caption = words.say('report.robustness.indices.countries');
  return [
    { kind: 'heading', level: id === '' ? 2 : 3, id: `${id}indices`, text: title },
    { kind: 'paragraph', tone: 'measure', text: measure },
    {
      kind: 'chart',
      chart: chartOf(tested, analysis, { id: `${id}indices`, title, measure, shift: sensitivity.shift }),
    },
    sourceLine(tested.scores.material),
    { kind: 'table', twinOf: `${id}indices`, table: shiftTable(tested, analysis, { id, shift: sensitivity.shift }) },
    {
      kind: 'table',
      fold: words.say('report.robustness.fold', { caption, count: tested.ranked.length }),
      table: countriesTable(tested, analysis, { id: `${id}indices-countries-table`, caption, sensitivity }),
    },
  ];
}

function measureOf(tested: Tested, { baseSamples, failed, evaluations }: SensitivityShown): string {
  const { words } = tested.scores.material;
  return words.say('report.robustness.indices.measure', {
    base: words.number(baseSamples, 0),
    evaluations: words.number(evaluations, 0),
    failed,
    kind: computedHere(tested.scores),
  });
}

function titleOf(tested: Tested, { inputs }: Analysis, { shift }: SensitivityShown): string {
  const { words } = tested.scores.material;
  const names = inputs.map((input) => inputName(tested, input));
  const told = shift.flatMap(({ first }, at) => (first === null ? [] : [{ first, name: names[at] ?? '' }]));
  if (told.length === 0) return words.say('report.robustness.indices.undefined');
  const most = told.reduce((best, one) => (one.first > best.first ? one : best));
  if (most.first <= 0) return words.say('report.robustness.indices.title-none');
  return words.say('report.robustness.indices.title', { input: most.name, share: percent(tested, most.first) });
}

/** Estimates may lie a little beyond 0 and 1. */
const percent = ({ scores: { material } }: Tested, share: number): string =>
  material.words.say('report.robustness.share', { value: material.words.number(share * 100, 0), more: 'no' });

interface ChartOf {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly shift: readonly IndicesShown[];
}

function chartOf(tested: Tested, { inputs }: Analysis, { id, title, measure, shift }: ChartOf): IndicesChart {
  const { words } = tested.scores.material;
  const ends = shift.flatMap(({ firstLow, firstHigh, first, totalLow, totalHigh, total }) =>
    [firstLow, firstHigh, first, totalLow, totalHigh, total].filter((value) => value !== null),
  );
  const tenth = (value: number, round: (x: number) => number): number => round(value * 10) / 10;
  const bar = (value: number | null, low: number | null, high: number | null): IndicesChart['rows'][number]['first'] =>
    value === null ? null : { value, low: low ?? value, high: high ?? value, shown: words.number(value, 2) };
  return {
    kind: 'indices',
    id,
    title,
    subtitle: measure,
    description: words.say('report.robustness.indices.description', { count: inputs.length, title }),
    axis: {
      from: tenth(Math.min(0, ...ends), Math.floor),
      to: tenth(Math.max(1, ...ends), Math.ceil),
      decimals: 1,
    },
    keys: {
      first: words.say('report.robustness.indices.first'),
      total: words.say('report.robustness.indices.total'),
      interval: words.say('report.robustness.indices.interval'),
    },
    undefined: words.say('report.robustness.indices.not-defined'),
    rows: inputs.map((input, at) => {
      const own = shift[at];
      return {
        label: inputName(tested, input),
        first: own === undefined ? null : bar(own.first, own.firstLow, own.firstHigh),
        total: own === undefined ? null : bar(own.total, own.totalLow, own.totalHigh),
      };
    }),
  };
}

function shiftTable(
  tested: Tested,
  { inputs }: Analysis,
  { id, shift }: { readonly id: string; readonly shift: readonly IndicesShown[] },
): Table {
  const { words } = tested.scores.material;
  const title = (key: string): string => words.say(`report.robustness.indices.${key}`);
  const group = (key: string) =>
    (['index', 'low', 'high'] as const).map((column) => ({ title: title(column), numeric: true, group: title(key) }));
  return {
    id: `${id}indices-table`,
    caption: captionOf(tested, title('caption')),
    columns: [
      { title: words.say('report.robustness.column.input'), numeric: false },
      ...group('first'),
      ...group('total'),
    ],
    rows: inputs.map((input, at) => {
      const { first, firstLow, firstHigh, total, totalLow, totalHigh } = shift[at] ?? UNDEFINED;
      const figures = [first, firstLow, firstHigh, total, totalLow, totalHigh];
      return {
        cells: [{ text: inputName(tested, input) }, ...figures.map((value) => indexCell(tested, value, 'still'))],
      };
    }),
  };
}

const UNDEFINED: IndicesShown = {
  first: null,
  firstLow: null,
  firstHigh: null,
  total: null,
  totalLow: null,
  totalHigh: null,
};

interface CountriesTable extends Pick<Table, 'id' | 'caption'> {
  readonly sensitivity: SensitivityShown;
}

/** Of each country's rank: first-order and total index of every input. */
function countriesTable(tested: Tested, { inputs }: Analysis, { id, caption, sensitivity }: CountriesTable): Table {
  const { words } = tested.scores.material;
  return {
    id,
    caption: captionOf(tested, caption),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      ...inputs.flatMap((input) =>
        (['first-short', 'total-short'] as const).map((key) => ({
          title: words.say(`report.robustness.indices.${key}`),
          numeric: true,
          group: inputName(tested, input),
        })),
      ),
    ],
    rows: tested.ranked.map((country) => ({
      cells: [
        countryCell(tested.scores, country),
        ...inputs.flatMap((_, at) => {
          const { first, total } = sensitivity.ranks[tested.rowOf(country)]?.[at] ?? UNDEFINED;
          return [indexCell(tested, first, 'still-rank'), indexCell(tested, total, 'still-rank')];
        }),
      ],
    })),
  };
}

function indexCell(tested: Tested, value: number | null, why: 'still' | 'still-rank'): Cell {
  const { words } = tested.scores.material;
  if (value === null) return { text: '', why: words.say(`report.robustness.why.${why}`) };
  return { text: words.number(value, 2), value };
}
