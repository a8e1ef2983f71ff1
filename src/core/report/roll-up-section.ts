/**
 * The same answers grouped by principle: a second view beside the index, not a score of it.
 * Must never: be summed into the index, or be shown where no country has answers.
 */
import type { Block, Cell, TableRow } from './document.js';
import { rankMark } from './rank-words.js';
import type { Scores } from './scores.js';

export function rollUpSection(scores: Scores, country: string): readonly Block[] {
  const { framework, results } = scores.material;
  const column = results.countries.indexOf(country);
  return framework.rollUps.flatMap((rollUp): readonly Block[] => {
    const result = results.rollUps.find((one) => one.id === rollUp.id);
    if (result === undefined || result.nodes.every((node) => node.score.every((score) => score === null))) return [];
    const rows = rollUp.nodes.map((node): TableRow => {
      const figures = result.nodes.find((one) => one.id === node.id);
      return { cells: [{ text: node.name }, ...cellsOf(scores, figures, column)] };
    });
    return [
      { kind: 'heading', level: 2, id: `roll-up-${rollUp.id}`, text: rollUp.title },
      ...(rollUp.note === undefined ? [] : [{ kind: 'paragraph', tone: 'measure', text: rollUp.note } as const]),
      {
        kind: 'table',
        table: { id: `roll-up-${rollUp.id}-table`, caption: rollUp.title, columns: columnsOf(scores, country), rows },
      },
    ];
  });
}

type Figures = Scores['material']['results']['rollUps'][number]['nodes'][number];

function columnsOf({ material }: Scores, country: string): Extract<Block, { kind: 'table' }>['table']['columns'] {
  return [
    { title: material.words.say('report.column.principle'), numeric: false },
    { title: material.nameOf(country), numeric: true },
    { title: material.words.say('report.column.rank'), numeric: true },
    { title: material.words.say('report.column.indicators'), numeric: true },
  ];
}

function cellsOf({ material }: Scores, figures: Figures | undefined, column: number): readonly Cell[] {
  const { words, method } = material;
  const score = figures?.score[column] ?? null;
  const count = figures?.indicators ?? 0;
  const counted: Cell = { text: words.number(count, 0), value: count };
  if (figures === undefined || score === null) {
    const why = words.say('report.why.roll-up');
    return [{ text: '', why }, { text: '', why }, counted];
  }
  const rank = figures.rank[column] ?? null;
  const tied = rank !== null && figures.rank.filter((other) => other === rank).length > 1;
  const mark = rankMark(words, { rank, tied });
  return [
    {
      text: words.number(Number(figures.presented[column] ?? score), method.presentation.decimals),
      value: score,
      provenance: 'computed',
    },
    rank === null ? { text: '', why: words.say('report.why.roll-up') } : { text: mark, value: rank },
    counted,
  ];
}
