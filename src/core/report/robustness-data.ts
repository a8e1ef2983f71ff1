/**
 * The analyses in tidy form and full precision: one row per analysis, node and country; and beside them how often each country
 * stood on which rank, every pair, every index, and every ranking under another choice or without a part.
 * Must never: round, or leave out a country.
 */
import type { IndicesShown, Spread, Taken } from '../robustness/edition/robustness.js';
import type { DataTable, NamedTable } from './document.js';
import { computedHere } from './figure.js';
import type { Material } from './material.js';
import { inputName } from './robustness-inputs.js';
import type { Tested } from './robustness-tested.js';
import { tierIn } from './strength.js';

type Row = DataTable['rows'][number];

const COLUMNS = [
  'analysis',
  'node',
  'node_name',
  'country',
  'name',
  'score',
  'rank',
  'score_mean',
  'score_median',
  'score_p05',
  'score_p95',
  'rank_mean',
  'rank_median',
  'rank_p05',
  'rank_p95',
  'present',
  'runs',
  'failed',
  'tier',
  'provenance',
] as const;

/** Without an analysis, the columns alone. */
export function robustnessData(material: Material, tested: Tested | undefined): DataTable {
  return { columns: columnsOf(material, COLUMNS), rows: tested === undefined ? [] : rowsOf(tested) };
}

function columnsOf({ words }: Material, names: readonly string[]): DataTable['columns'] {
  return names.map((name) => ({
    name,
    description: words.say(`report.robustness.data.${name.replaceAll('_', '-')}`),
  }));
}

function rowsOf(tested: Tested): readonly Row[] {
  const { scores, result } = tested;
  const { results } = scores.material;
  const columns = new Map(results.countries.map((country, at) => [country, at]));
  const nodes = new Map(results.nodes.map((node) => [node.id, node]));
  return result.analyses.flatMap((analysis) =>
    result.aggregates.flatMap((id, at) =>
      result.countries.flatMap((country, row): readonly Row[] => {
        const column = columns.get(country) ?? -1;
        const cell = analysis.nodes[at]?.[row];
        // So few indicators below it that it would tell which answers are in doubt.
        if (cell === undefined) return [];
        const own: Row = [
          analysis.id,
          id,
          scores.placeOf(id)?.node.name ?? null,
          country,
          scores.material.nameOf(country),
          nodes.get(id)?.score[column] ?? null,
          nodes.get(id)?.rank[column] ?? null,
          ...spread(cell.score),
          ...spread(cell.rank),
          cell.present,
          analysis.runs,
          analysis.failed,
          at === 0 ? (tierIn(analysis, country) ?? null) : null,
          computedHere(tested.scores),
        ];
        return [own];
      }),
    ),
  );
}

const spread = ({ mean, median, p05, p95 }: Spread): readonly (number | null)[] => [mean, median, p05, p95];

/** What has rows of another kind. */
export function robustnessTables(tested: Tested): readonly NamedTable[] {
  const { material } = tested.scores;
  const table = (id: string, names: readonly string[], rows: readonly Row[]): readonly NamedTable[] =>
    rows.length === 0 ? [] : [{ id, columns: columnsOf(material, names), rows }];
  return [
    ...table('rank_frequencies', ['analysis', 'country', 'on_rank', 'times', 'share'], frequencyRows(tested)),
    ...table('pairs', ['analysis', 'country', 'other', 'ahead', 'behind', 'both', 'share'], pairRows(tested)),
    ...table('sensitivity', SENSITIVITY, sensitivityRows(tested)),
    ...table('choices', ['analysis', 'input', 'alternative', ...TAKEN], choiceRows(tested)),
    ...table('left_out', ['left_out', ...TAKEN], leftOutRows(tested)),
  ];
}

function frequencyRows({ result }: Tested): readonly Row[] {
  return result.analyses.flatMap(({ id, frequencies }) =>
    result.countries.flatMap((country, row) => {
      const counts = frequencies[row] ?? [];
      const present = counts.reduce((sum, times) => sum + times, 0);
      return counts.flatMap((times, at): readonly Row[] =>
        times === 0 ? [] : [[id, country, at + 1, times, times / present]],
      );
    }),
  );
}

/** Each pair once. */
function pairRows({ result }: Tested): readonly Row[] {
  return result.analyses.flatMap(({ id, ahead, both }) =>
    result.countries.flatMap((country, a) =>
      result.countries.slice(a + 1).map((other, i): Row => {
        const b = a + 1 + i;
        const [won, lost, of] = [ahead[a]?.[b] ?? 0, ahead[b]?.[a] ?? 0, both[a]?.[b] ?? 0];
        return [id, country, other, won, lost, of, of === 0 ? null : won / of];
      }),
    ),
  );
}

const SENSITIVITY = ['analysis', 'output', 'country', 'input', 's', 's_low', 's_high', 'st', 'st_low', 'st_high'];

function sensitivityRows(tested: Tested): readonly Row[] {
  const { result } = tested;
  return result.analyses.flatMap((analysis) => {
    const { id, sensitivity, inputs } = analysis;
    if (sensitivity === undefined) return [];
    const names = inputs.map((input) => inputName(tested, input));
    const rows = (output: string, country: string | null, indices: readonly IndicesShown[] = []): readonly Row[] =>
      indices.map(
        (one, at): Row => [
          id,
          output,
          country,
          names[at] ?? '',
          one.first,
          one.firstLow,
          one.firstHigh,
          one.total,
          one.totalLow,
          one.totalHigh,
        ],
      );
    return [
      ...rows('mean-shift', null, sensitivity.shift),
      ...result.countries.flatMap((country, row) => [
        ...rows('score', country, sensitivity.scores[row]),
        ...rows('rank', country, sensitivity.ranks[row]),
      ]),
    ];
  });
}

const TAKEN = ['country', 'score', 'rank', 'move', 'mean_shift', 'status'];

function choiceRows(tested: Tested): readonly Row[] {
  return tested.result.analyses.flatMap(({ id, inputs, choices }) =>
    choices.flatMap((choice) => {
      const input = inputs[choice.input];
      const name = input === undefined ? '' : inputName(tested, input);
      return takenRows(tested, choice).map((row): Row => [id, name, choice.label, ...row]);
    }),
  );
}

function leftOutRows(tested: Tested): readonly Row[] {
  return tested.result.leftOut.flatMap((line) => takenRows(tested, line).map((row): Row => [line.node, ...row]));
}

/** Score and rank by country, and the places gained (positive) or lost. */
function takenRows({ result, nominal }: Tested, taken: Taken): readonly Row[] {
  const { ranks, scores, meanShift, problem: status = 'taken' } = taken;
  return result.countries.map((country, row): Row => {
    const [from, to] = [nominal[row] ?? null, ranks[row] ?? null];
    const move = from === null || to === null ? null : from - to;
    return [country, scores[row] ?? null, to, move, meanShift, status];
  });
}
