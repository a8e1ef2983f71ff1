/**
 * Who moves under which choice: each alternative by itself in place of the method's rule, and the index without each of its
 * parts in turn.
 * Must never: let such a ranking pass for a result, or drop one that has no numbers.
 */
import type { Analysis, ChoiceTaken, ElementLeftOut, Taken } from '../robustness/edition/robustness.js';
import { isChoice } from '../robustness/scenarios/layout.js';
import { alternativeWords } from './alternative-words.js';
import { rowLook } from './comparison-section.js';
import type { Block, Cell, Table, TableColumn } from './document.js';
import { nameOf } from './places.js';
import { labelOf } from './profile-section.js';
import { inputName } from './robustness-inputs.js';
import { captionOf, countryName, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';

/** Named in a row; further ones are in the ranks of the data. */
const MOVERS = 3;
/** More rows than these are folded away, and the first of them by their shift shown. */
const LONG = 40;
const FIRST = 15;

export function choicesSection(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const lines = tested.result.analyses.flatMap((analysis) =>
    analysis.choices.map((choice) => ({
      ...choice,
      name: nameOfInput(tested, analysis, choice.input),
      label: alternativeName(tested, analysis, choice),
    })),
  );
  const once = lines.filter(
    (line, at) => lines.findIndex(({ name, label }) => name === line.name && label === line.label) === at,
  );
  if (once.length === 0) return [];
  const most = strongest(once);
  return [
    {
      kind: 'heading',
      level: 2,
      id: 'choices',
      text: words.say('report.robustness.choices.title', {
        told: most === undefined ? 'no' : 'yes',
        label: most?.label ?? '',
        name: most?.name ?? '',
        shift: shiftWords(tested, most),
      }),
    },
    { kind: 'paragraph', tone: 'measure', text: words.say('report.robustness.choices.measure') },
    {
      kind: 'table',
      table: {
        id: 'choices-table',
        caption: captionOf(tested, words.say('report.robustness.choices.caption')),
        columns: [
          { title: words.say('report.robustness.column.alternative'), numeric: false },
          { title: words.say('report.robustness.column.choice'), numeric: false },
          ...movesColumns(tested),
        ],
        rows: once.map((line) => ({ cells: [{ text: line.label }, { text: line.name }, ...movesCells(tested, line)] })),
      },
    },
    sourceLine(tested.scores.material),
  ];
}

function nameOfInput(tested: Tested, { inputs }: Analysis, at: number): string {
  const input = inputs[at];
  return input === undefined ? '' : inputName(tested, input);
}

/** In words; as it was written where there are none. */
function alternativeName({ scores }: Tested, { inputs }: Analysis, { input: at, label }: ChoiceTaken): string {
  const input = inputs[at];
  if (input === undefined || !isChoice(input)) return label;
  const place = input.alternatives.findIndex((one) => one.label === label);
  return alternativeWords(scores.material.words, input)[place] ?? label;
}

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

/** The first of those under which ranks shift most; undefined where none shifts. */
function strongest<T extends Taken>(lines: readonly T[]): T | undefined {
  const most = Math.max(0, ...lines.map(({ meanShift }) => meanShift ?? 0));
  return most === 0 ? undefined : lines.find(({ meanShift }) => meanShift === most);
}

const shiftWords = ({ scores: { material } }: Tested, line: Taken | undefined): string =>
  material.words.number(line?.meanShift ?? 0, 2);

function movesColumns({ scores: { material } }: Tested): readonly TableColumn[] {
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
function movesCells(tested: Tested, line: Taken): readonly Cell[] {
  const { words } = tested.scores.material;
  if (line.meanShift === null) {
    const why = words.say(`report.robustness.why.${line.problem === undefined ? 'no-ranks' : 'no-numbers'}`, {
      problem: line.problem ?? '',
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
