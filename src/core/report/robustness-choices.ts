/**
 * Who moves under which choice: each alternative by itself in place of the method's rule.
 * Must never: let such a ranking pass for a result, or tell the same alternative twice.
 */
import type { Analysis, ChoiceTaken } from '../robustness/edition/robustness.js';
import { isChoice } from '../robustness/scenarios/layout.js';
import { alternativeWords } from './alternative-words.js';
import type { Block, Table } from './document.js';
import { inputName } from './robustness-inputs.js';
import { movesCells, movesColumns, shiftWords, strongest } from './robustness-moves.js';
import { captionOf, type Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';

export function choicesSection(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const lines = tested.result.analyses.flatMap((analysis) =>
    analysis.choices.map(
      (choice): Line => ({
        ...choice,
        name: nameOfInput(tested, analysis, choice.input),
        label: alternativeName(tested, analysis, choice),
      }),
    ),
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
    { kind: 'table', table: choicesTable(tested, once) },
    sourceLine(tested.scores.material),
  ];
}

/** In words. */
interface Line extends ChoiceTaken {
  readonly name: string;
}

function choicesTable(tested: Tested, lines: readonly Line[]): Table {
  const { words } = tested.scores.material;
  return {
    id: 'choices-table',
    caption: captionOf(tested, words.say('report.robustness.choices.caption')),
    columns: [
      { title: words.say('report.robustness.column.alternative'), numeric: false },
      { title: words.say('report.robustness.column.choice'), numeric: false },
      ...movesColumns(tested),
    ],
    rows: lines.map((line) => ({ cells: [{ text: line.label }, { text: line.name }, ...movesCells(tested, line)] })),
  };
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
