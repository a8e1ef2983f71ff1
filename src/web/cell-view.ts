/**
 * One data point as fields of a form: its choices with labels, what is entered, statements in place of an answer, errors.
 * Must never: know which page it stands on; the templates in views/questions draw it by its type.
 */
import { answerWords, choiceWords } from '../core/report/answer-words.js';
import type { CellSpec } from '../core/survey/answer-spec.js';
import { REASONS } from '../core/survey/answers.js';
import type { DataPoint } from '../core/survey/questionnaire.js';
import type { Entered } from '../core/survey/read-answer.js';
import type { Words } from '../core/text/words.js';

export interface CellView {
  readonly key: string;
  /** Of the first field, and the stem of the others' ids. */
  readonly id: string;
  readonly type: CellSpec['type'];
  readonly label: string;
  /** Whether the label is drawn; a simple question's stands above already. */
  readonly labelled: boolean;
  readonly choices: readonly ChoiceView[];
  readonly statements: readonly ChoiceView[];
  /** What is entered in a free field; lines for a list of addresses. */
  readonly text: string;
  readonly unit: string;
  readonly long: boolean;
  readonly most: number | undefined;
  readonly integer: boolean;
  readonly lowest: string;
  readonly highest: string;
  readonly hint: string;
  readonly errors: readonly string[];
  readonly describedBy: string;
  readonly asked: boolean;
  /** Whether there is a recorded answer that a radio button could not take back by itself. */
  readonly clearable: boolean;
  readonly say: Words['say'];
}

interface ChoiceView {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
}

export interface CellState {
  readonly entered: Entered;
  readonly errors: readonly string[];
  readonly asked: boolean;
  readonly recorded: boolean;
}

/** What a statement's value begins with where it shares a group of radio buttons with the choices. */
export const STATEMENT_SIGN = ':';

/** Answered by one radio button among some; statements then join the group. */
export function isOneChoice({ type }: CellSpec): boolean {
  return ONE_CHOICE.has(type);
}

const ONE_CHOICE = new Set<CellSpec['type']>([
  'yes-no',
  'requirement',
  'frequency',
  'share',
  'single-choice',
  'rating',
  'scale',
]);

export function cellView(words: Words, point: DataPoint, state: CellState): CellView {
  const { key, spec, question, part } = point;
  const { entered, errors } = state;
  const id = fieldId(key);
  const hint = hintOf(words, spec);
  const described = [errors.length > 0 ? `${id}-error` : '', hint === '' ? '' : `${id}-hint`].filter(
    (one) => one !== '',
  );
  return {
    key,
    id,
    type: spec.type,
    label:
      part === '' ? question.text : [point.rowText, point.columnText].filter((one) => (one ?? '') !== '').join(': '),
    labelled: part !== '',
    choices: choicesOf(words, spec, { key, entered }),
    statements: statementsOf(words, point, entered),
    text: entered.values.filter((one) => spec.type !== 'link-list' || !/^(yes|no)$/.test(one)).join('\n'),
    ...limitsOf(spec),
    hint,
    errors,
    describedBy: described.join(' '),
    asked: state.asked,
    clearable: state.recorded,
    say: words.say,
  };
}

export const fieldId = (key: string): string => `f-${key}`;

interface Named {
  readonly key: string;
  readonly entered: Entered;
}

function choicesOf(words: Words, spec: CellSpec, { key, entered }: Named): readonly ChoiceView[] {
  return choiceWords(words, spec).map(({ id: value, label, hint }) => ({
    id: `${fieldId(key)}-${value}`,
    name: key,
    value,
    label: spec.type === 'scale' && label === '' ? value : label,
    hint: hint ?? '',
    checked: entered.values.includes(value),
  }));
}

function statementsOf(words: Words, { key, spec, question }: DataPoint, entered: Entered): readonly ChoiceView[] {
  const joins = isOneChoice(spec);
  return question.allows.map((reason) => ({
    id: `${fieldId(key)}-${reason}`,
    name: joins ? key : `${key}:status`,
    value: joins ? `${STATEMENT_SIGN}${reason}` : reason,
    label: words.say(`question.reason.${reason}`),
    hint: '',
    checked: (entered.status ?? '').split(', ').includes(reason),
  }));
}

function limitsOf(spec: CellSpec) {
  const { type } = spec;
  const from = type === 'number' || type === 'date' ? String(spec.from ?? '') : '';
  const to = type === 'number' || type === 'date' ? String(spec.to ?? '') : '';
  return {
    unit: type === 'number' ? (spec.unit ?? '') : '',
    long: type === 'text' && spec.long === true,
    most: type === 'text' || type === 'link-list' ? spec.atMost : undefined,
    integer: type === 'number' && spec.integer === true,
    lowest: from,
    highest: to,
  };
}

function hintOf(words: Words, spec: CellSpec): string {
  switch (spec.type) {
    case 'multiple-choice':
      return words.say('page.field.tick-all');
    case 'text':
      return spec.atMost === undefined ? '' : words.say('page.field.text-length', { most: spec.atMost });
    case 'link-list':
      return words.say('page.field.links');
    case 'date':
      return words.say('page.field.date');
    case 'number':
      return spec.integer === true ? words.say('page.field.whole-number') : '';
    default:
      return '';
  }
}

/** What is entered as a reader sees it, good or not. */
export function enteredWords(words: Words, { spec }: DataPoint, { values, status = '' }: Entered): string {
  if (REASONS.some((reason) => reason === status)) return words.say(`question.reason.${status}`);
  if (values.every((one) => one.trim() === '')) return answerWords(words, spec, undefined);
  const labels = new Map(choiceWords(words, spec).map((choice) => [choice.id, choice.label]));
  return words.list(values.filter((one) => one.trim() !== '').map((one) => labels.get(one) ?? one));
}
