/**
 * A table made ready for views/blocks/table.ejs: head rows with spans, cells with classes, letters for missing figures.
 * Must never: shade a missing figure; it is hatched and its reason stands in words below the table.
 */
import type { Cell, Table, TableColumn, TableRow } from '../core/report/document.js';
import { pageHref } from './safe-href.js';
import { isShadedColumn } from './shaded-column.js';
import { type Mark, type TableMarks, tableMarks } from './table-marks.js';
import { tableNotes } from './table-notes.js';

export interface TableView {
  readonly id: string;
  readonly caption: string;
  readonly look: 'data' | 'heat';
  /** Columns under common headings; empty where no column has a group. */
  readonly groups: readonly HeadView[];
  readonly columns: readonly HeadView[];
  readonly rows: readonly { readonly look: string; readonly cells: readonly CellView[] }[];
  /** What figures without a mark are, where that must be said. */
  readonly unmarked?: Mark;
  readonly reasons: readonly { readonly letter: string; readonly why: string }[];
}

interface HeadView {
  readonly title: string;
  readonly span: number;
  readonly look: string;
}

interface CellView {
  readonly head: boolean;
  readonly look: string;
  readonly text: string;
  readonly mark: 'published' | 'recomputed' | '';
  readonly also: string;
  readonly href?: string;
  readonly letter: string;
  readonly why: string;
}

const ROW_LOOKS = { total: 'tot', pillar: 'pil', sub: '' } as const;

export function tableView(table: Table): TableView {
  const notes = tableNotes(table);
  const marks = tableMarks(table);
  const heat = table.look === 'heat';
  return {
    id: table.id,
    caption: table.caption,
    look: heat ? 'heat' : 'data',
    groups: groupsOf(table.columns),
    columns: table.columns.map((column) => ({ title: column.title, span: 1, look: columnLook(column, heat) })),
    rows: table.rows.map((row, r) => ({
      look: words(row.look && ROW_LOOKS[row.look], heat && r > 0 && r % 5 === 0 && 'gap'),
      cells: row.cells.map((cell, c) => cellView({ table, row, cell, place: c, notes, marks })),
    })),
    ...(marks.unmarked === undefined ? {} : { unmarked: marks.unmarked }),
    reasons: [...notes].map(([why, letter]) => ({ letter, why })),
  };
}

/** Neighbouring columns of one group share a heading; a column without a group gets an empty one. */
function groupsOf(columns: readonly TableColumn[]): readonly HeadView[] {
  if (columns.every((column) => column.group === undefined)) return [];
  const groups: { title: string; span: number; look: string }[] = [];
  for (const { group, hue } of columns) {
    const last = groups.at(-1);
    if (group !== undefined && last?.title === group) last.span += 1;
    else groups.push({ title: group ?? '', span: 1, look: words(hue && `p${hue}t`) });
  }
  return groups;
}

interface CellPlace {
  readonly table: Table;
  readonly row: TableRow;
  readonly cell: Cell;
  readonly place: number;
  readonly notes: ReadonlyMap<string, string>;
  readonly marks: TableMarks;
}

function cellView({ table, row, cell, place, notes, marks }: CellPlace): CellView {
  const column = table.columns[place];
  const heat = table.look === 'heat' && isShadedColumn(column);
  const indent = place === 0 ? (row.indent ?? (row.look === 'sub' ? 1 : 0)) : 0;
  const shaded = heat && cell.heat !== undefined;
  const href = pageHref(cell.href);
  return {
    head: place === 0,
    look: words(
      shaded && `c p${cell.hue ?? column?.hue ?? 0} h${Math.round(Math.min(1, Math.max(0, cell.heat ?? 0)) * 10)}`,
      !shaded && heat && 'c',
      table.look !== 'heat' && column?.numeric && 'n',
      table.look === 'heat' && !heat && plainHeat(column),
      !shaded && cell.hue && `p${cell.hue}t`,
      cell.why !== undefined && 'missing',
      indent > 0 && (indent === 1 ? 'sub' : `sub in${Math.min(4, indent)}`),
      column?.minor && 'minor',
      cell.strong && 'strong',
    ),
    text: cell.text,
    mark: marks.markOf(cell) ?? '',
    also: cell.also ?? '',
    ...(href === undefined ? {} : { href }),
    letter: notes.get(cell.why ?? '') ?? '',
    why: cell.why ?? '',
  };
}

/** The other columns of a shaded table: figures and words. */
const plainHeat = (column: TableColumn | undefined): string => (column?.numeric === true ? 'rk' : 'ct');

function columnLook(column: TableColumn, heat: boolean): string {
  return words(
    heat ? (isShadedColumn(column) ? 'sp' : plainHeat(column)) : column.numeric && 'n',
    column.hue && `p${column.hue}t`,
    column.minor && 'minor',
  );
}

const words = (...parts: readonly (string | number | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
