/**
 * All question types by name, and the two questions asked of any of them.
 * Must never: hold what one type knows about itself.
 */
import type { AnswerSpec, CellSpec, CellType } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { date } from './date.js';
import { frequency } from './frequency.js';
import { linkList } from './link-list.js';
import { matrixParts, type Part } from './matrix.js';
import { multipleChoice } from './multiple-choice.js';
import { number } from './number.js';
import type { QuestionType } from './question-type.js';
import { rating } from './rating.js';
import { requirement } from './requirement.js';
import { scale } from './scale.js';
import { share } from './share.js';
import { singleChoice } from './single-choice.js';
import { text } from './text.js';
import { yesNo } from './yes-no.js';

const TYPES: Readonly<Record<CellType, QuestionType>> = {
  'yes-no': yesNo,
  requirement,
  frequency,
  share,
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  rating,
  scale,
  number,
  date,
  text,
  'link-list': linkList,
};

export const typeOf = (spec: CellSpec): QuestionType => TYPES[spec.type];

/** The answerable parts of a question: one for a simple question, one per cell of a matrix. */
export function partsOf(answer: AnswerSpec): readonly Part[] {
  return answer.type === 'matrix' ? matrixParts(answer) : [{ part: '', spec: answer }];
}

/** What a value amounts to for conditions and evidence rules: ids of choices, a number or text as it is written. */
export function saysOf(spec: CellSpec, value: CellValue): readonly string[] {
  const type = typeOf(spec);
  return type.says?.(spec, value) ?? type.write(spec, value);
}
