/**
 * Averages over named groups: the mean of the members that have a score, node by node.
 * Must never: average presented values, or show a mean by other parameters than those of the round.
 */
import { mean } from '../statistics/mean.js';
import type { Group } from './group.js';
import type { Presenter } from './present.js';
import type { GroupResult } from './results.js';
import type { State } from './state.js';
import { numberOrNull } from './value.js';

/**
 * Unweighted mean of the members' scores, in the node's unit; members are summed in code order. Members that do not take
 * part, or have no score, do not enter; `members` says how many did.
 */
export function groupMeans(
  group: Pick<Group, 'id' | 'countries'>,
  countries: readonly string[],
  round: { readonly state: State; readonly presenters: readonly Presenter[] },
): GroupResult {
  const inGroup = new Set(group.countries);
  const rows = countries.flatMap((country, row) => (inGroup.has(country) ? [row] : []));
  const scores = round.state.columns.map((column) =>
    rows.map((row) => column.scores[row] ?? Number.NaN).filter((score) => !Number.isNaN(score)),
  );
  const means = scores.map(mean);
  return {
    id: group.id,
    mean: means.map(numberOrNull),
    presented: means.map((one, place) => round.presenters[place]?.text(one) ?? ''),
    members: scores.map((members) => members.length),
  };
}
