/**
 * Rows and heads of a table set in lines, ready to be drawn at any height.
 * Must never: draw.
 */
import type { TableRow } from '../core/report/document.js';
import { shadeOf } from './pdf-palette.js';
import { cellRuns, groupRuns, headRuns, type PrintedColumn } from './pdf-table-cells.js';
import { gutterOf, indentOf, type TableLayout } from './pdf-table-layout.js';
import { type Line, wrap } from './pdf-text.js';
import { isShadedColumn } from './shaded-column.js';

export interface LaidCell {
  readonly lines: readonly Line[];
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'centre';
  readonly scope?: 'Row' | 'Column';
  /** Columns it spans, for heads over groups. */
  readonly span: number;
  readonly shade?: string;
  readonly hatched: boolean;
  /** Kept clear between this cell and its neighbours. */
  readonly gutter: number;
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly leading: number;
  readonly size: number;
  /** Space above the row's own padding: before a pillar, and every five rows of a heat table. */
  readonly before: number;
  readonly padding: number;
  readonly rule: boolean;
  /** Lines of its tallest cell. */
  readonly tall: number;
}

/** A table ready to be drawn. */
export interface LaidTable {
  readonly layout: TableLayout;
  readonly head: readonly LaidRow[];
  readonly rows: readonly LaidRow[];
}

export function layRows(layout: TableLayout): LaidTable {
  const rows = layout.context.table.rows.map((row, i) => layRow(layout, row, i));
  return { layout, head: layHead(layout), rows };
}

export const heightOfRows = (rows: readonly LaidRow[]): number => rows.reduce((sum, row) => sum + rowHeight(row), 0);

export const rowHeight = (row: LaidRow, lines = row.tall): number => row.before + 2 * row.padding + lines * row.leading;

function layHead(layout: TableLayout): readonly LaidRow[] {
  const { columns, context } = layout;
  const heat = context.table.look === 'heat';
  const gutter = gutterOf(context.table);
  const titles = columns.map(
    (column): LaidCell => ({
      lines: wrap(headRuns(column, context.size), column.width - gutter),
      x: column.x,
      width: column.width,
      align: alignOf(column, heat),
      scope: 'Column',
      span: 1,
      hatched: false,
      gutter,
    }),
  );
  const base = { leading: context.size * 1.2, size: context.size * 0.9, before: 0, padding: 3, rule: !heat };
  const rows = [{ ...base, cells: titles, tall: tallest(titles) }];
  if (columns.every((column) => column.group === undefined)) return rows;
  const groups = layGroups(layout);
  return [
    {
      ...base,
      leading: context.size * 1.3,
      size: context.size,
      padding: 2,
      rule: false,
      cells: groups,
      tall: tallest(groups),
    },
    ...rows,
  ];
}

function layGroups({ columns, context }: TableLayout): readonly LaidCell[] {
  const spans: { title: string; hue: number | undefined; x: number; width: number; span: number }[] = [];
  for (const { group = '', hue, x, width } of columns) {
    const last = spans.at(-1);
    if (group !== '' && last?.title === group) {
      last.width += width;
      last.span += 1;
    } else spans.push({ title: group, hue, x, width, span: 1 });
  }
  return spans.map(({ title, hue, x, width, span }) => ({
    lines: title === '' ? [] : wrap(groupRuns(title, hue, context.size), width - gutterOf(context.table)),
    x,
    width,
    align: 'left',
    ...(title === '' ? {} : { scope: 'Column' as const }),
    span,
    hatched: false,
    gutter: gutterOf(context.table),
  }));
}

function layRow(layout: TableLayout, row: TableRow, place: number): LaidRow {
  const { columns, context } = layout;
  const heat = context.table.look === 'heat';
  const gutter = gutterOf(context.table);
  const cells = columns.map((column): LaidCell => {
    const cell = row.cells[column.place] ?? { text: '' };
    const indent = column.place === 0 ? indentOf(row.indent, row.look) : 0;
    const shaded = heat && cell.heat !== undefined;
    return {
      lines: wrap(cellRuns(context, row, column.place), column.width - gutter - indent),
      x: column.x + indent,
      width: column.width - indent,
      align: alignOf(column, heat),
      ...(column.place === 0 ? { scope: 'Row' as const } : {}),
      span: 1,
      ...(shaded ? { shade: shadeOf(cell.hue ?? column.hue ?? 0, cell.heat ?? 0) } : {}),
      hatched: cell.why !== undefined && column.numeric,
      gutter,
    };
  });
  return {
    cells,
    leading: context.size * 1.35,
    size: context.size,
    before: beforeRow(row, place, heat),
    padding: heat ? 2.2 : tallest(cells) > 2 ? 3.4 : 2.4,
    rule: false,
    tall: tallest(cells),
  };
}

function beforeRow(row: TableRow, place: number, heat: boolean): number {
  if (place === 0) return 2;
  if (row.look === 'pillar') return 6;
  return heat && place % 5 === 0 ? 4 : 0;
}

function alignOf(column: PrintedColumn, heat: boolean): LaidCell['align'] {
  if (heat && isShadedColumn(column)) return 'centre';
  return column.numeric ? 'right' : 'left';
}

const tallest = (cells: readonly LaidCell[]): number => Math.max(1, ...cells.map((cell) => cell.lines.length));
