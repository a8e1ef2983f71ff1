/**
 * An answer as a reader sees it: the label that was ticked, the number with its unit, the addresses given, or why there is
 * none.
 * Must never: show an id where there is a label.
 */
import type { CellSpec, Option } from '../survey/answer-spec.js';
import type { CellValue } from '../survey/answers.js';
import type { Reading } from '../survey/condition.js';
import { typeOf } from '../survey/question-types/index.js';
import { writeDecimal } from '../survey/question-types/plain-decimal.js';
import type { Words } from '../text/words.js';

export function answerWords(words: Words, spec: CellSpec, reading: Reading | undefined): string {
  if (reading === undefined) return words.say('question.reason.not-answered');
  if ('missing' in reading) return words.say(`question.reason.${reading.missing}`);
  return valueWords(words, spec, reading.value);
}

/** The choices of a question, with the type's own wording where the questionnaire gives none. */
export function choiceWords(words: Words, spec: CellSpec): readonly Option[] {
  return typeOf(spec)
    .choices(spec)
    .map((option) => ({ ...option, label: labelOf(words, spec, option) }));
}

function valueWords(words: Words, spec: CellSpec, value: CellValue): string {
  if (spec.type === 'number') return numberWords(words, Number(value), spec.unit);
  if (spec.type === 'date') return words.date(String(value));
  const labels = new Map(
    typeOf(spec)
      .choices(spec)
      .map((option) => [option.id, labelOf(words, spec, option)]),
  );
  const written = typeOf(spec)
    .write(spec, value)
    .map((item) => labels.get(item) ?? item);
  return words.list(written);
}

const labelOf = (words: Words, spec: CellSpec, option: Option): string =>
  option.label === '' ? words.say(`question.${spec.type}.${option.id}`) : option.label;

/** A number keeps the decimals it was given with. */
function numberWords(words: Words, value: number, unit: string | undefined): string {
  const decimals = writeDecimal(value).split('.')[1]?.length ?? 0;
  const text = words.number(value, Math.min(decimals, 20));
  return unit === undefined ? text : words.say('report.answer.with-unit', { value: text, unit });
}
