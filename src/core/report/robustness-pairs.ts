/**
 * Who is ahead of whom in how many replications: each country against the next ones of the ranking, and in small rounds all
 * against all. The files hold every pair.
 * Must never: count a tie as a win.
 */
import { TOLD_APART } from '../robustness/uncertainty/tiers.js';
import type { Block, Cell, Table } from './document.js';
import { countryCell } from './ranking-section.js';
import { officialCell } from './robustness-cells.js';
import { captionOf, countryName, measureOf, shareText, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';
import { aheadShareIn } from './strength.js';

/** Behind it in the ranking. */
const NEXT = 3;
/** Up to so many countries, all pairs stand in one table. */
const FEW = 12;

export function pairsSection(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const { ranked: countries } = tested;
  if (countries.length < 2) return [];
  return [
    { kind: 'heading', level: 2, id: 'pairs', text: titleOf(tested) },
    { kind: 'paragraph', tone: 'measure', text: measureOf(tested, 'pairs') },
    nextBlock(tested),
    ...(countries.length <= FEW
      ? [{ kind: 'table', table: aheadTable(tested, countries, 'pairs-all-table') } as const]
      : []),
    { kind: 'paragraph', text: words.say('report.robustness.pairs.files') },
    sourceLine(tested.scores.material),
  ];
}

function titleOf(tested: Tested): string {
  const { words } = tested.scores.material;
  const shares = tested.ranked.slice(1).map((country, at) => shareOf(tested, tested.ranked[at] ?? '', country));
  const told = shares.flatMap((share) => share ?? []);
  if (told.length === 0) return words.say('report.robustness.pairs.none');
  return words.say('report.robustness.pairs.title', {
    sure: told.filter((share) => share >= TOLD_APART).length,
    pairs: told.length,
    level: shareText(tested, TOLD_APART),
  });
}

const shareOf = ({ first, rowOf }: Tested, a: string, b: string) => aheadShareIn(first, rowOf(a), rowOf(b));

/** More rows than these are folded away in the page. */
const LONG = 40;

function nextBlock(tested: Tested): Block {
  const table = nextTable(tested);
  if (table.rows.length <= LONG) return { kind: 'table', table };
  const details = { caption: table.caption, count: table.rows.length };
  return { kind: 'table', table, fold: tested.scores.material.words.say('report.robustness.fold', details) };
}

function nextTable(tested: Tested): Table {
  const { words } = tested.scores.material;
  const { ranked: countries } = tested;
  const nexts = Array.from({ length: Math.min(NEXT, countries.length - 1) }, (_, i) => i + 1);
  return {
    id: 'pairs-table',
    caption: captionOf(tested, words.say('report.robustness.pairs.caption')),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.rank'), numeric: true },
      ...nexts.map((next) => ({ title: words.say('report.robustness.pairs.next', { next }), numeric: true })),
    ],
    rows: countries.slice(0, -1).map((country, at) => ({
      cells: [
        countryCell(tested.scores, country),
        officialCell(tested, country),
        ...nexts.map((next) => nextCell(tested, country, countries[at + next])),
      ],
    })),
  };
}

function nextCell(tested: Tested, country: string, other: string | undefined): Cell {
  if (other === undefined) return { text: '–' };
  const cell = shareCell(tested, country, other);
  return cell.why === undefined ? { ...cell, also: countryName(tested, other) } : cell;
}

function shareCell(tested: Tested, a: string, b: string): Cell {
  const share = shareOf(tested, a, b);
  if (share === null || share === undefined) {
    return { text: '', why: tested.scores.material.words.say('report.robustness.why.never-both') };
  }
  const strong = share >= TOLD_APART ? { strong: true } : {};
  return { text: shareText(tested, share), value: share, ...strong };
}

/** Row ahead of column, each of these countries against each. */
export function aheadTable(tested: Tested, countries: readonly string[], id: string): Table {
  const { words } = tested.scores.material;
  const group = words.say('report.robustness.pairs.ahead-of');
  return {
    id,
    caption: captionOf(tested, words.say('report.robustness.pairs.all')),
    look: 'heat',
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      ...countries.map((country) => ({ title: countryName(tested, country), numeric: true, group })),
    ],
    rows: countries.map((country) => ({
      cells: [
        countryCell(tested.scores, country),
        ...countries.map((other): Cell => {
          if (other === country) return { text: '–' };
          const cell = shareCell(tested, country, other);
          return cell.value === undefined ? cell : { ...cell, heat: cell.value };
        }),
      ],
    })),
  };
}
