/**
 * Who moves, and how far, in a ranking that was computed otherwise: as columns and cells of a table, and in a title.
 * Must never: drop a ranking that has no numbers, or pass over why.
 */
import type { Taken } from '../robustness/edition/robustness.js';
import type { Cell, TableColumn } from './document.js';
import { countryName, type Tested } from './robustness-tested.js';

/** Named in a row; further ones are in the ranks of the data. */
const MOVERS = 3;

/** The first of those under which ranks shift most; undefined where none shifts. */
export function strongest<T extends Taken>(lines: readonly T[]): T | undefined {
  const most = Math.max(0, ...lines.map(({ meanShift }) => meanShift ?? 0));
  return most === 0 ? undefined : lines.find(({ meanShift }) => meanShift === most);
}

export const shiftWords = ({ scores: { material } }: Tested, line: Taken | undefined): string =>
  material.words.number(line?.meanShift ?? 0, 2);

export function movesColumns({ scores: { material } }: Tested): readonly TableColumn[] {
  const title = (key: string): string => material.words.say(`report.robustness.column.${key}`);
  return [
    { title: title('mean-shift'), numeric: true },
    { title: title('moved'), numeric: true },
    { title: title('movers'), numeric: false },
  ];
}

interface Move {
  readonly country: string;
  readonly move: number;
}

/** Mean shift, how many move, and those that move farthest: `+3` is three places up. */
export function movesCells(tested: Tested, line: Taken): readonly Cell[] {
  const { words } = tested.scores.material;
  if (line.meanShift === null) {
    const why = words.say(`report.robustness.why.${line.problem === undefined ? 'no-ranks' : 'no-numbers'}`, {
      problem: line.problem?.startsWith('weights-') ? 'weights' : (line.problem ?? '').replaceAll('-', '_'),
    });
    return [{ text: '', why }, { text: '–' }, { text: '–' }];
  }
  const moves = movesOf(tested, line);
  const moved = moves.filter(({ move }) => move !== 0);
  return [
    { text: words.number(line.meanShift, 2), value: line.meanShift },
    { text: words.number(moved.length, 0), value: moved.length },
    { text: moversText(tested, moved) },
  ];
}

function movesOf({ result, nominal }: Tested, { ranks }: Taken): readonly Move[] {
  return result.countries.flatMap((country, row) => {
    const [from, to] = [nominal[row] ?? null, ranks[row] ?? null];
    return from === null || to === null ? [] : [{ country, move: from - to }];
  });
}

/** "Korea −4, Poland +3, Latvia +3": the first few, farthest first. */
function moversText(tested: Tested, moved: readonly Move[]): string {
  const { words } = tested.scores.material;
  if (moved.length === 0) return words.say('report.robustness.nobody');
  const far = moved.toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move)).slice(0, MOVERS);
  return far
    .map(({ country, move }) =>
      words.say('report.robustness.mover', { country: countryName(tested, country), move: words.signed(move, 0) }),
    )
    .join(', ');
}
