/**
 * Who moves without which part: the index without each of its parts in turn, at every level.
 * Must never: let such a ranking pass for a result, or leave out a part that moves somebody.
 */
import type { ElementLeftOut } from '../robustness/edition/robustness.js';
import { rowLook } from './comparison-section.js';
import type { Block, Cell, Table } from './document.js';
import { nameOf } from './places.js';
import { labelOf } from './profile-section.js';
import { movesCells, movesColumns, shiftWords, strongest } from './robustness-moves.js';
import { captionOf, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';

/** More rows than these are folded away, and the first of them by their shift shown. */
const LONG = 40;
const FIRST = 15;

export function leftOutSection(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const { leftOut } = tested.result;
  if (leftOut.length === 0) return [];
  const most = strongest(leftOut);
  const title = words.say('report.robustness.left-out.title', {
    told: most === undefined ? 'no' : 'yes',
    node: most === undefined ? '' : nodeName(tested, most.node),
    shift: shiftWords(tested, most),
  });
  const caption = words.say('report.robustness.left-out.caption');
  const lines = leftOut.filter(({ meanShift }) => meanShift !== 0);
  const isLong = lines.length > LONG;
  const whole = leftOutTable(tested, lines, { id: 'left-out-table', caption });
  return [
    { kind: 'heading', level: 2, id: 'left-out', text: title },
    { kind: 'paragraph', tone: 'measure', text: words.say('report.robustness.left-out.measure') },
    ...stillSentence(tested, lines.length),
    ...(isLong ? [{ kind: 'table', table: firstTable(tested) } as const] : []),
    ...(lines.length > 0 && !isLong ? [{ kind: 'table', table: whole } as const] : []),
    ...(isLong
      ? [
          {
            kind: 'table',
            table: whole,
            fold: words.say('report.robustness.fold', { caption, count: lines.length }),
          } as const,
        ]
      : []),
    sourceLine(tested.scores.material),
  ];
}

/** What moves nobody is counted, not listed; the files hold it. */
function stillSentence({ scores, result }: Tested, moving: number): readonly Block[] {
  const still = result.leftOut.length - moving;
  if (still === 0) return [];
  const text = scores.material.words.say('report.robustness.left-out.still', { still, total: result.leftOut.length });
  return [{ kind: 'paragraph', tone: 'measure', text }];
}

/** Those without which most moves. */
function firstTable(tested: Tested): Table {
  const first = tested.result.leftOut
    .filter(({ meanShift }) => meanShift !== null)
    .toSorted((a, b) => (b.meanShift ?? 0) - (a.meanShift ?? 0))
    .slice(0, FIRST);
  const caption = tested.scores.material.words.say('report.robustness.left-out.first', { count: first.length });
  const table = leftOutTable(tested, first, { id: 'left-out-first-table', caption });
  return { ...table, rows: table.rows.map(({ cells }) => ({ cells })) };
}

function leftOutTable(
  tested: Tested,
  lines: readonly ElementLeftOut[],
  { id, caption }: Pick<Table, 'id' | 'caption'>,
): Table {
  const { words } = tested.scores.material;
  return {
    id,
    caption: captionOf(tested, caption),
    columns: [{ title: words.say('report.robustness.column.without'), numeric: false }, ...movesColumns(tested)],
    rows: lines.map((line) => {
      const place = tested.scores.placeOf(line.node);
      const head: Cell = {
        text: place === undefined ? line.node : labelOf(place),
        ...(place?.depth === 1 ? { hue: place.hue } : {}),
      };
      return { ...(place === undefined ? {} : rowLook(place)), cells: [head, ...movesCells(tested, line)] };
    }),
  };
}

function nodeName({ scores }: Tested, id: string): string {
  const place = scores.placeOf(id);
  return place === undefined ? id : nameOf(place);
}
