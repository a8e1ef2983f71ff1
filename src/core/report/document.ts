/**
 * A report as a description: blocks in order, in words and numbers, nothing of HTML, PDF or Excel. Every renderer takes any
 * document; a new block kind means one case in each renderer.
 * Must never: compute a score, format for one medium, hold a number without saying whether it is published or recomputed.
 */
import type { ChartSpec } from './chart.js';

export interface Document {
  /** File name without its ending: `ourdata-2023-KOR`. */
  readonly name: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly lead?: string;
  readonly language: string;
  readonly edition: DocumentEdition;
  readonly blocks: readonly Block[];
  /** The figures in tidy form, full precision, for CSV, JSON and the first sheet of the workbook. */
  readonly data: DataTable;
  /** Figures that have rows of another kind: further records of the JSON file and further sheets of the workbook. */
  readonly more?: readonly NamedTable[];
}

/** Stands on each page and in each file. */
export interface DocumentEdition {
  readonly id: string;
  readonly title: string;
  /** Where the figures come from, with year and precision. */
  readonly source: string;
  /** ISO date the file is dated by: never the clock, so that the same input gives the same bytes. */
  readonly date: string;
  /** "All answers and countries here are invented." Shown on every page and in every file. */
  readonly notice?: string;
}

export type Block = Heading | Paragraph | List | KeyFigures | TableBlock | ChartBlock | Note | Source;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly id: string;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Rich;
  readonly tone?: 'measure' | 'formula';
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Rich[];
}

/** Plain text, or runs of it that are stressed, coloured by pillar or lead somewhere. */
export type Rich = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  /** Colour slot of a pillar: 1, 2, 3 … */
  readonly hue?: number;
  readonly href?: string;
}

/** Whether a figure stands as its source printed it or was computed here from lower figures or answers. */
export type Provenance = 'published' | 'recomputed' | 'computed';

export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly items: readonly KeyFigure[];
}

export interface KeyFigure {
  readonly label: string;
  /** As presented; '' with a reason in `note` when there is none. */
  readonly value: string;
  readonly provenance?: Provenance;
  /** "3rd of 40". */
  readonly rank?: string;
  readonly note?: string;
  readonly hue?: number;
  /** Leads to the explanation of the figure. */
  readonly href?: string;
  /** All countries' scores, to be drawn as a strip with this one marked. */
  readonly strip?: ChartSpec;
}

interface TableBlock {
  readonly kind: 'table';
  readonly table: Table;
  /** The twin of a chart: folded away in the page, after the chart in the PDF. */
  readonly twinOf?: string;
  /** What stands on the fold, where a long table is folded away in the page though it is nobody's twin. */
  readonly fold?: string;
}

export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** `heat`: number cells are shaded by `heat`. */
  readonly look?: 'heat';
}

export interface TableColumn {
  readonly title: string;
  readonly numeric: boolean;
  /** Columns with the same group stand under one heading. */
  readonly group?: string;
  readonly hue?: number;
  /** Left out on narrow pages and paper. */
  readonly minor?: boolean;
}

export interface TableRow {
  /** `pillar` and `total` rows are stressed; `sub` rows indented by `indent`. */
  readonly look?: 'total' | 'pillar' | 'sub';
  readonly indent?: number;
  /** The first cell heads the row. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** As shown; '' needs `why`. */
  readonly text: string;
  /** Full precision, for the workbook. */
  readonly value?: number;
  readonly provenance?: Provenance;
  /** A second figure under the first: "recomputed 0.76". */
  readonly also?: string;
  readonly hue?: number;
  readonly strong?: boolean;
  /** 0–1, for the shade of a heat cell. */
  readonly heat?: number;
  readonly href?: string;
  /** Why there is no figure, in words: hatched in the page, printed in the PDF's note. */
  readonly why?: string;
}

interface ChartBlock {
  readonly kind: 'chart';
  readonly chart: ChartSpec;
}

export interface Note {
  readonly kind: 'note';
  readonly tone: 'info' | 'caution' | 'invented';
  readonly text: Rich;
}

export interface Source {
  readonly kind: 'source';
  readonly text: Rich;
}

/** One row per thing measured, one column per variable. Missing cells are null with the reason in a column of its own. */
export interface DataTable {
  readonly columns: readonly { readonly name: string; readonly description: string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface NamedTable extends DataTable {
  /** Unique in its document: `pairs`. */
  readonly id: string;
}
