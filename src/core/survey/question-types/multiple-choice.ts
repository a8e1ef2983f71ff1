/**
 * Any of the questionnaire's options; an exclusive one ("none of these") only by itself. The value lists the ticked options
 * in the order of the questionnaire, so that the same answer is always the same data.
 * Must never: take no tick for "none of these": that is an option, or no answer.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec, Option } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { notAChoice } from './one-choice.js';
import { entriesOf, type QuestionType } from './question-type.js';

type MultipleChoice = Extract<CellSpec, { readonly type: 'multiple-choice' }>;

export const multipleChoice: QuestionType<MultipleChoice> = {
  id: 'multiple-choice',
  choices: (spec) => spec.options,
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const ticked = entriesOf(raw);
    if (ticked.length === 0) return done(undefined);
    const problems = faultsOf(ticked, spec.options);
    return problems.length === 0 ? done(inOrder(ticked, spec.options)) : refused(...problems);
  },
  check: (spec, value) => {
    if (typeof value !== 'object' || value.length === 0) return [notAChoice(value, spec.options)];
    const problems = faultsOf(value, spec.options);
    if (problems.length > 0) return problems;
    const ordered = inOrder(value, spec.options);
    return value.every((id, at) => id === ordered[at]) ? [] : [{ code: 'choices-out-of-order' }];
  },
  write: (_spec, value) => (typeof value === 'object' ? value : [String(value)]),
};

function faultsOf(ticked: readonly string[], options: readonly Option[]): readonly Problem[] {
  const offered = new Map(options.map((option) => [option.id, option]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const id of ticked) {
    const option = offered.get(id);
    if (option === undefined) problems.push(notAChoice(id, options));
    else if (seen.has(id)) problems.push({ code: 'duplicate-choice', details: { given: option.label } });
    else if (option.exclusive && ticked.some((other) => other !== id)) {
      problems.push({ code: 'exclusive-choice', details: { given: option.label } });
    }
    seen.add(id);
  }
  return problems;
}

function inOrder(ticked: readonly string[], options: readonly Option[]): readonly string[] {
  const chosen = new Set(ticked);
  return options.filter((option) => chosen.has(option.id)).map((option) => option.id);
}
