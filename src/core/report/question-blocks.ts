/**
 * One question on paper with its sub-questions: text, when it is asked, how to answer, choices or table, guidance, terms,
 * evidence; and, on a filled form, the answer.
 * Must never: leave out what would change an answer.
 */
import type { CellSpec, MatrixSpec } from '../survey/answer-spec.js';
import { keyOf, type Outline } from '../survey/outline.js';
import type { Question } from '../survey/questionnaire.js';
import type { Standing } from '../survey/standing.js';
import type { Words } from '../text/words.js';
import { answerWords, choiceWords } from './answer-words.js';
import { conditionWords } from './condition-words.js';
import type { Block, Cell, Rich, TableRow } from './document.js';

export interface Form {
  readonly words: Words;
  readonly outline: Outline;
  /** Present on a filled form. */
  readonly standing: Standing | undefined;
}

export function questionBlocks(form: Form, question: Question): readonly Block[] {
  const heading = { kind: 'heading', level: 3, id: question.id, text: `${question.number} ${question.text}` } as const;
  return [
    heading,
    ...aboutAsking(form, question),
    ...(question.answer.type === 'matrix'
      ? matrixBlocks(form, question, question.answer)
      : cellBlocks(form, question, question.answer)),
    ...(form.standing === undefined ? aboutAnswering(form, question) : []),
    ...question.questions.flatMap((sub) => questionBlocks(form, sub)),
  ];
}

const measure = (text: string): Block => ({ kind: 'paragraph', tone: 'measure', text });

function aboutAsking({ words, outline }: Form, { when, hint, period }: Question): readonly Block[] {
  return [
    ...(when === undefined
      ? []
      : [measure(words.say('report.questionnaire.only-if', { condition: conditionWords(words, outline, when) }))]),
    ...(period === undefined ? [] : [measure(words.say('report.questionnaire.period', { period }))]),
    ...(hint === undefined ? [] : [measure(hint)]),
  ];
}

function aboutAnswering({ words, outline }: Form, question: Question): readonly Block[] {
  const terms = outline.questionnaire.terms.filter(({ id }) => question.terms.includes(id)).map(({ term }) => term);
  const evidence = evidenceWords(words, question);
  const allowed = question.allows.map((reason) => words.say(`question.reason.${reason}`));
  return [
    ...(question.guidance ?? '')
      .split(/\n\s*\n/)
      .flatMap((text): readonly Block[] => (text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }])),
    ...(evidence === undefined ? [] : [measure(evidence)]),
    ...(allowed.length === 0
      ? []
      : [measure(words.say('report.questionnaire.allowed', { statements: words.list(allowed) }))]),
    ...(terms.length === 0 ? [] : [measure(words.say('report.questionnaire.see-terms', { terms: words.list(terms) }))]),
  ];
}

function evidenceWords(words: Words, { evidence, answer }: Question): string | undefined {
  if (evidence.rule === 'none') return undefined;
  if (evidence.rule !== 'required') return words.say('report.questionnaire.evidence-optional');
  const spec = answer.type === 'matrix' ? answer.columns[0]?.answer : answer;
  const labels = new Map(spec === undefined ? [] : choiceWords(words, spec).map(({ id, label }) => [id, label]));
  const quoted = evidence.when.map((id) => words.say('report.condition.quoted', { choice: labels.get(id) ?? id }));
  const answers = words.list(quoted);
  return words.say('report.questionnaire.evidence-required', { answers, count: evidence.when.length });
}

function cellBlocks({ words, standing }: Form, question: Question, spec: CellSpec): readonly Block[] {
  if (standing !== undefined) {
    const answer = answerWords(words, spec, standing.readings.get(keyOf(question.id, '')));
    const text: Rich = [{ text: answer, strong: true }];
    return [{ kind: 'paragraph', text }];
  }
  return [...choicesList(words, spec), ...formatOf(words, spec)];
}

/** The choices to tick, each with its own hint; a scale is said in one line. */
function choicesList(words: Words, spec: CellSpec): readonly Block[] {
  const choices = spec.type === 'scale' ? [] : choiceWords(words, spec);
  if (choices.length === 0 || spec.type === 'link-list') return [];
  const items = choices.map(({ label, hint, exclusive }) =>
    words.say('report.questionnaire.tick', {
      label,
      hint: hint ?? '',
      hinted: hint === undefined ? 'no' : 'yes',
      alone: exclusive === true ? 'yes' : 'no',
    }),
  );
  return [{ kind: 'list', items }];
}

function formatOf(words: Words, spec: CellSpec): readonly Block[] {
  switch (spec.type) {
    case 'scale':
      return [measure(words.say('report.questionnaire.format.scale', { to: spec.to }))];
    case 'number':
      return [
        measure(
          words.say('report.questionnaire.format.number', {
            unit: spec.unit ?? '',
            hasUnit: spec.unit === undefined ? 'no' : 'yes',
            whole: spec.integer === true ? 'yes' : 'no',
          }),
        ),
      ];
    case 'date':
    case 'text':
    case 'link-list':
    case 'multiple-choice':
      return [measure(words.say(`report.questionnaire.format.${spec.type}`))];
    default:
      return [];
  }
}

/** A table of rows by columns: empty to fill in, or with the answers. */
function matrixBlocks({ words, outline, standing }: Form, question: Question, spec: MatrixSpec): readonly Block[] {
  const cellOf = (row: string, column: MatrixSpec['columns'][number]): Cell => {
    if (standing === undefined)
      return {
        text:
          choiceWords(words, column.answer)
            .map(({ label }) => label)
            .join(' / ') || '…',
      };
    const key = keyOf(question.id, column.id === '' ? row : `${row}/${column.id}`);
    return { text: answerWords(words, column.answer, standing.readings.get(key)) };
  };
  const rows = spec.rows.map((row): TableRow => {
    const when =
      row.when === undefined
        ? {}
        : { also: words.say('report.questionnaire.only-if', { condition: conditionWords(words, outline, row.when) }) };
    return { cells: [{ text: row.text, ...when }, ...spec.columns.map((column) => cellOf(row.id, column))] };
  });
  const columns = spec.columns.map(({ text }) => ({
    title: text === '' ? words.say('report.column.answer-given') : text,
    numeric: false,
  }));
  const first = { title: words.say('report.column.row'), numeric: false };
  return [
    {
      kind: 'table',
      table: { id: `${question.id}-table`, caption: question.text, columns: [first, ...columns], rows },
    },
  ];
}
