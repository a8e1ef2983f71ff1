/**
 * How often each country stood on which rank: a heat map, and the same as a table; in large rounds several ranks share a column.
 * Must never: show a share of none as a shade, or ranks that share a column as one rank.
 */
import type { RankFrequenciesChart } from './chart.js';
import type { Block, Cell, Table } from './document.js';
import { countryCell } from './ranking-section.js';
import { officialCell } from './robustness-cells.js';
import { captionOf, countryName, measureOf, officialRank, shareText, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';
import { intervalText } from './strength.js';

/** Up to here each rank has a column of its own; beyond, so many columns are left. */
const MOST_RANKS = 40;
const COLUMNS = 20;

interface Frequencies {
  readonly countries: readonly string[];
  /** First and last rank of each column. */
  readonly columns: readonly { readonly low: number; readonly high: number }[];
  /** Of all replications with numbers, by country, then by column. */
  readonly shares: readonly (readonly number[])[];
}

export function frequenciesSection(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const found = frequenciesOf(tested);
  if (found.countries.length === 0) return [];
  const title = titleOf(tested, found);
  const measure = measureOf(tested, 'frequencies');
  const [column] = found.columns;
  const ranks = column === undefined ? 1 : column.high - column.low + 1;
  return [
    { kind: 'heading', level: 2, id: 'frequencies', text: title },
    { kind: 'paragraph', tone: 'measure', text: measure },
    ...(ranks === 1
      ? []
      : [{ kind: 'paragraph', text: words.say('report.robustness.frequencies.grouped', { ranks }) } as const]),
    { kind: 'chart', chart: chartOf(tested, found, { title, measure }) },
    sourceLine(tested.scores.material),
    { kind: 'table', twinOf: 'frequencies', table: tableOf(tested, found) },
  ];
}

function frequenciesOf({ first, ranked, rowOf }: Tested): Frequencies {
  const ranks = Math.max(
    0,
    ...ranked.map((one) => (first.frequencies[rowOf(one)] ?? []).findLastIndex((n) => n > 0) + 1),
  );
  const size = ranks <= MOST_RANKS ? 1 : Math.ceil(ranks / COLUMNS);
  const columns = Array.from({ length: Math.ceil(ranks / size) }, (_, i) => ({
    low: i * size + 1,
    high: Math.min(ranks, (i + 1) * size),
  }));
  return { countries: ranked, columns, shares: ranked.map((country) => sharesOf(country)) };

  function sharesOf(country: string): readonly number[] {
    const counts = first.frequencies[rowOf(country)] ?? [];
    return columns.map(({ low, high }) => {
      const times = counts.slice(low - 1, high).reduce((sum, one) => sum + one, 0);
      return times / (first.runs - first.failed);
    });
  }
}

/** Whose rank is the most settled, and whose the least. */
function titleOf(tested: Tested, { countries, columns, shares }: Frequencies): string {
  const { words } = tested.scores.material;
  const peaks = countries.map((country, at) => {
    const own = shares[at] ?? [];
    const share = Math.max(0, ...own);
    return { country, share, column: columns[own.indexOf(share)] ?? { low: 1, high: 1 } };
  });
  const most = peaks.reduce((best, one) => (one.share > best.share ? one : best));
  const least = peaks.reduce((worst, one) => (one.share < worst.share ? one : worst));
  return words.say('report.robustness.frequencies.title', {
    most: countryName(tested, most.country),
    rank: intervalText(words, most.column),
    single: most.column.low === most.column.high ? 'yes' : 'no',
    share: shareText(tested, most.share),
    least: countryName(tested, least.country),
    leastShare: shareText(tested, least.share),
    same: most.share === least.share ? 'yes' : 'no',
  });
}

function chartOf(
  tested: Tested,
  { countries, columns, shares }: Frequencies,
  { title, measure }: { readonly title: string; readonly measure: string },
): RankFrequenciesChart {
  const { words, links } = tested.scores.material;
  return {
    kind: 'rank-frequencies',
    id: 'frequencies',
    title,
    subtitle: measure,
    description: words.say('report.robustness.frequencies.description', { count: countries.length, title }),
    axis: { from: 0, to: 1, decimals: 0 },
    keys: {
      shares: words.say('report.robustness.frequencies.key'),
      official: words.say('report.robustness.frequencies.official'),
    },
    columns: columns.map((column) => intervalText(words, column)),
    rows: countries.map((country, at) => {
      const { mark, rank } = officialRank(tested, country);
      const own = columns.findIndex(({ low, high }) => rank !== null && rank >= low && rank <= high);
      return {
        rank: mark || '–',
        label: countryName(tested, country),
        ...(links === undefined ? {} : { href: links.country(country) }),
        official: own < 0 ? null : own,
        shares: shares[at] ?? [],
        shown: (shares[at] ?? []).map((share) => (share < 0.005 ? '' : words.number(wholePercent(share), 0))),
      };
    }),
  };
}

function tableOf(tested: Tested, { countries, columns, shares }: Frequencies): Table {
  const { words } = tested.scores.material;
  const group = words.say('report.robustness.frequencies.group');
  return {
    id: 'frequencies-table',
    caption: captionOf(tested, words.say('report.robustness.frequencies.caption')),
    look: 'heat',
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.rank'), numeric: true },
      ...columns.map((column) => ({ title: intervalText(words, column), numeric: true, group })),
    ],
    rows: countries.map((country, at) => ({
      cells: [
        countryCell(tested.scores, country),
        officialCell(tested, country),
        ...(shares[at] ?? []).map((share): Cell => cellOf(tested, share)),
      ],
    })),
  };
}

/** 100 stands for always, and for nothing less. */
const wholePercent = (share: number): number => (share < 1 ? Math.min(99, share * 100) : 100);

/** Percent without its sign, which stands over all columns; never is a dash. */
function cellOf({ scores: { material } }: Tested, share: number): Cell {
  if (share === 0) return { text: '–', value: 0 };
  const text = share < 0.005 ? material.words.say('report.robustness.frequencies.few') : undefined;
  return { text: text ?? material.words.number(wholePercent(share), 0), value: share, heat: share };
}
