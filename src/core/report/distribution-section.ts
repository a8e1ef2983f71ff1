/**
 * How the countries spread over the scale: ten bands of equal width, and who lies in each.
 * Must never: count a country without a score.
 */
import { axisOf } from './axis.js';
import { byName } from './by-name.js';
import type { Axis, DistributionChart } from './chart.js';
import type { Block } from './document.js';
import { chartMean } from './mean-words.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';

const BANDS = 10;

type Bin = DistributionChart['bins'][number];

export function distributionSection(scores: Scores): readonly Block[] {
  const { words } = scores.material;
  const axis = axisOf(scores, [scores.index]);
  const bins = binsOf(scores, axis);
  const fullest = bins.toSorted((a, b) => b.count - a.count)[0];
  if (fullest === undefined || fullest.count === 0) return [];
  const decimals = bandDecimals(axis);
  const alone = bins.filter((bin) => bin.count === fullest.count).length === 1;
  const title = words.say(alone ? 'report.distribution.title' : 'report.distribution.even', {
    count: fullest.count,
    total: scores.ranked(scores.index).length,
    from: words.number(fullest.from, decimals),
    to: words.number(fullest.to, decimals),
  });
  const measure = words.say('report.distribution.measure', { scale: scaleWords(scores.material) });
  const mean = chartMean(scores, scores.index);
  return [
    { kind: 'heading', level: 2, id: 'distribution', text: title },
    { kind: 'paragraph', tone: 'measure', text: measure },
    {
      kind: 'chart',
      chart: {
        kind: 'distribution',
        id: 'distribution',
        title,
        subtitle: measure,
        description: title,
        axis: { ...axis, decimals },
        bins,
        ...(mean === undefined ? {} : { mean }),
      },
    },
    { kind: 'table', twinOf: 'distribution', table: bandTable(scores, bins, decimals) },
  ];
}

function binsOf(scores: Scores, axis: Axis): readonly Bin[] {
  const width = (axis.to - axis.from) / BANDS;
  const members = Array.from({ length: BANDS }, (): string[] => []);
  for (const country of scores.ranked(scores.index)) {
    const score = scores.at(scores.index, country).score ?? axis.from;
    // The hair's breadth keeps 0.3 out of the band below 0.3, where the division falls just short.
    const band = Math.floor((score - axis.from) / width + 1e-9);
    members[Math.max(0, Math.min(BANDS - 1, band))]?.push(scores.material.nameOf(country));
  }
  return members.map((labels, i) => ({
    from: axis.from + i * width,
    to: axis.from + (i + 1) * width,
    count: labels.length,
    labels,
  }));
}

const bandDecimals = (axis: Axis): number => Math.max(0, Math.ceil(-Math.log10((axis.to - axis.from) / BANDS) - 1e-9));

function bandTable(scores: Scores, bins: readonly Bin[], decimals: number): Extract<Block, { kind: 'table' }>['table'] {
  const { words } = scores.material;
  return {
    id: 'distribution-table',
    caption: words.say('report.distribution.caption'),
    columns: [
      { title: words.say('report.column.band'), numeric: false },
      { title: words.say('report.column.number'), numeric: true },
      { title: words.say('report.column.countries'), numeric: false },
    ],
    rows: bins.map((bin) => ({
      cells: [
        {
          text: words.say('report.distribution.band', {
            from: words.number(bin.from, decimals),
            to: words.number(bin.to, decimals),
          }),
        },
        { text: words.number(bin.count, 0), value: bin.count },
        bin.count === 0 ? { text: '–' } : { text: words.list(byName(words, bin.labels)) },
      ],
    })),
  };
}
