/**
 * What was typed beside what somebody else saved meanwhile, for each field in which the two differ.
 * Must never: choose one of them.
 */
import { answerWords } from '../core/report/answer-words.js';
import { answerAt, isSameAnswer } from '../core/survey/answer-at.js';
import { readAnswer } from '../core/survey/read-answer.js';
import { remarkAt } from '../core/workflow/decide-remarks.js';
import { PARTS, plainWords } from '../journeys/answering/rebase-page.js';
import { enteredWords, fieldId, isOneChoice, STATEMENT_SIGN } from './cell-view.js';
import { enteredAt, type FormState } from './question-view.js';
import { NOTHING_TYPED } from './typed.js';

export interface Conflict {
  /** Data point, or question and part of its remark. */
  readonly key: string;
  readonly question: string;
  readonly number: string;
  readonly text: string;
  readonly mine: string;
  readonly theirs: string;
  readonly href: string;
  /** What stands in the fields when theirs is taken. */
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export function conflictsOf(state: FormState): readonly Conflict[] {
  const keys = [...state.typed.answers.keys()];
  return [
    ...keys.flatMap((key) => atPoint(state, key)),
    ...[...state.typed.remarks.keys()].flatMap((id) => atRemark(state, id)),
  ];
}

function atPoint(state: FormState, key: string): readonly Conflict[] {
  const { answering, words } = state;
  const point = answering.outline.point.get(key);
  if (point === undefined) return [];
  const theirs = answerAt(answering.submission.answers, key);
  const typed = readAnswer(point, enteredAt(state, point));
  if (typed.ok && isSameAnswer(typed.value, theirs)) return [];
  const kept = enteredAt({ ...state, typed: NOTHING_TYPED }, point);
  const { status = '' } = kept;
  const joins = isOneChoice(point.spec);
  const stated = status === '' ? [] : [joins ? `${STATEMENT_SIGN}${status}` : status];
  return [
    {
      key,
      question: point.question.id,
      number: point.question.number,
      text: point.rowText ?? point.question.text,
      mine: enteredWords(words, point, enteredAt(state, point)),
      theirs: answerWords(words, point.spec, theirs),
      href: `#${fieldId(key)}`,
      fields: joins
        ? [{ name: key, values: [...kept.values, ...stated] }]
        : [
            { name: key, values: kept.values },
            { name: `${key}:status`, values: stated },
          ],
    },
  ];
}

function atRemark({ answering, typed, words }: FormState, id: string): readonly Conflict[] {
  const question = answering.outline.questions.get(id)?.question;
  const entered = typed.remarks.get(id);
  if (question === undefined || entered === undefined) return [];
  const theirs = remarkAt(answering.submission.remarks, id);
  const said = (part: (typeof PARTS)[number], text: string): string =>
    text === '' ? words.say('page.delegate.nothing') : part === 'confidence' ? confidence(text) : text;
  const confidence = (value: string): string => words.say(`page.delegate.confidence.${value}`);
  return PARTS.flatMap((part): Conflict[] => {
    const mine = entered[part];
    const other = theirs[part] ?? '';
    if (mine === undefined || plainWords(mine) === other) return [];
    return [
      {
        key: `${id}/${part}`,
        question: id,
        number: question.number,
        text: words.say(`page.delegate.part.${part}`),
        mine: said(part, mine),
        theirs: said(part, other),
        href: `#${id}`,
        fields: [{ name: `${id}:${part}`, values: [other] }],
      },
    ];
  });
}
