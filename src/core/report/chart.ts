/**
 * Charts as specifications: what is compared with what, in data units. draw-*.ts turn a spec and a width into a draw list.
 * Titles state the finding; `description` is the sentence a screen reader speaks.
 * Must never: know a pixel, a colour value or a browser.
 */
export type ChartSpec =
  | RankingChart
  | ProfileChart
  | StripChart
  | DistributionChart
  | ComparisonChart
  | MatrixChart
  | ScreeChart
  | MovesChart
  | RankIntervalsChart
  | RankFrequenciesChart
  | IndicesChart;

interface ChartBase {
  readonly id: string;
  readonly title: string;
  /** The measure and its scale. */
  readonly subtitle: string;
  readonly description: string;
  readonly axis: Axis;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Decimals of tick labels. */
  readonly decimals: number;
}

/** Horizontal bars stacked by contribution, the group mean as a line, at the right how far each rank may reach. */
export interface RankingChart extends ChartBase {
  readonly kind: 'ranking';
  /** What the rank intervals are, and the last rank they may reach; absent where none are known. */
  readonly intervals?: { readonly label: string; readonly last: number };
  readonly parts: readonly { readonly label: string; readonly hue: number }[];
  readonly rows: readonly RankingRow[];
  readonly mean?: { readonly label: string; readonly value: number };
}

export interface RankingRow {
  readonly rank: string;
  readonly label: string;
  readonly href?: string;
  /** Contributions in the order of `parts`; they sum to the score. Empty where they cannot be told. */
  readonly parts: readonly number[];
  readonly score: number;
  readonly shown: string;
  readonly published: boolean;
  readonly interval?: { readonly rank: number; readonly low: number; readonly high: number; readonly shown: string };
  /** Whether a tier begins with this row, so that a line parts it from the one above. */
  readonly opensTier?: boolean;
}

/** One country against the mean, node by node: a mark for the mean, a dot for the country, a line between. */
export interface ProfileChart extends ChartBase {
  readonly kind: 'profile';
  readonly country: string;
  readonly meanLabel: string;
  readonly rows: readonly ProfileRow[];
}

export interface ProfileRow {
  readonly label: string;
  /** `1.1`, where the node has such a number. */
  readonly code?: string;
  readonly hue: number;
  readonly main: boolean;
  /** Null: no score; drawn hatched with the reason. */
  readonly score: number | null;
  readonly mean: number | null;
  readonly difference: string;
  readonly why?: string;
}

/** All countries as ticks on a line, one as a dot. */
export interface StripChart extends ChartBase {
  readonly kind: 'strip';
  readonly values: readonly number[];
  readonly marked: number | null;
  readonly mean?: { readonly label: string; readonly value: number };
  readonly hue: number;
}

/** How many countries lie in each band of the scale. */
export interface DistributionChart extends ChartBase {
  readonly kind: 'distribution';
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly labels: readonly string[];
  }[];
  readonly mean?: { readonly label: string; readonly value: number };
}

/** Small multiples: one panel per country, the same rows in each, the mean as a mark. */
export interface ComparisonChart extends ChartBase {
  readonly kind: 'comparison';
  /** `strength`: how sure the rank is. */
  readonly panels: readonly { readonly label: string; readonly note: string; readonly strength?: string }[];
  readonly meanLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly code?: string;
    readonly hue: number;
    readonly main: boolean;
    readonly scores: readonly (number | null)[];
    readonly shown: readonly string[];
    readonly best: readonly boolean[];
    readonly mean: number | null;
  }[];
}

/** How everything goes with everything, −1 to 1: the triangle below the diagonal, each square shaded by its strength. */
export interface MatrixChart extends ChartBase {
  readonly kind: 'matrix';
  readonly labels: readonly {
    /** Short: it stands on the diagonal too, over its column. */
    readonly key: string;
    readonly label: string;
    /** Neighbours of one group stand close. */
    readonly group: string;
  }[];
  /** Row by row: as many cells as there are labels before the row's own. Null: it cannot be told, and is hatched. */
  readonly cells: readonly (readonly { readonly value: number | null; readonly shown: string }[])[];
}

/** Eigenvalues of principal components as columns, largest first, and the line that they are held against. */
export interface ScreeChart extends ChartBase {
  readonly kind: 'scree';
  readonly components: readonly {
    readonly label: string;
    readonly value: number;
    readonly shown: string;
    /** The share of the variance that it explains. */
    readonly explains: string;
  }[];
  readonly line: { readonly label: string; readonly value: number };
}

/** Ranks under several methods: one row per country, the official rank and that of each variant. */
export interface MovesChart extends ChartBase {
  readonly kind: 'moves';
  /** What the dot is, and the rings where there are several variants. */
  readonly official: string;
  readonly ring: string;
  /** `key` is '' for the only one. */
  readonly variants: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly rank: string;
    readonly label: string;
    readonly href?: string;
    /** Null: no rank. */
    readonly official: number | null;
    readonly ranks: readonly (number | null)[];
    /** The moves, in the order of the variants. */
    readonly shown: readonly string[];
  }[];
}

/** How far ranks reach: one row per country, a line from the lowest to the highest rank, the median and the official rank on it. */
export interface RankIntervalsChart extends ChartBase {
  readonly kind: 'rank-intervals';
  readonly keys: { readonly official: string; readonly median: string; readonly interval: string };
  readonly rows: readonly {
    readonly rank: string;
    readonly label: string;
    readonly href?: string;
    /** Null: no rank. */
    readonly official: number | null;
    readonly median: number | null;
    readonly low: number;
    readonly high: number;
    /** The interval in words. */
    readonly shown: string;
    /** Rows of one tier stand together under its name; '' where there is only one. */
    readonly tier: string;
  }[];
}

/** How often each country stood on which rank: one row per country, one column per rank or group of ranks. */
export interface RankFrequenciesChart extends ChartBase {
  readonly kind: 'rank-frequencies';
  readonly keys: { readonly shares: string; readonly official: string };
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly rank: string;
    readonly label: string;
    readonly href?: string;
    /** Column of the official rank. */
    readonly official: number | null;
    /** By column, 0–1. */
    readonly shares: readonly number[];
    /** In percent, for squares that have room. */
    readonly shown: readonly string[];
  }[];
}

/** What share of a movement each input accounts for, by itself and in all: two bars each, with intervals. */
export interface IndicesChart extends ChartBase {
  readonly kind: 'indices';
  readonly keys: { readonly first: string; readonly total: string; readonly interval: string };
  /** Stands where there is no index. */
  readonly undefined: string;
  readonly rows: readonly {
    readonly label: string;
    readonly first: IndexBar | null;
    readonly total: IndexBar | null;
  }[];
}

export interface IndexBar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly shown: string;
}
