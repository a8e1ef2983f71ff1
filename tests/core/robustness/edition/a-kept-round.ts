/** A round as plain data, of one number question per leaf, so that a test says only what it is about. */
import { type OpenedRound, openRound } from '../../../../src/core/robustness/edition/open-round.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { outlineOf } from '../../../../src/core/survey/outline.js';
import { compute, type Stated } from '../../scoring/a-computation.js';

type Given = Partial<Pick<Round, 'given' | 'groups' | 'withheld'>> & { readonly method?: Partial<Method> };

export function aKeptRound(index: Node, stated: Stated, given: Given = {}): Round {
  const { input } = compute(index, stated, { method: given.method ?? {} });
  const { framework, method, outline, countries, answers } = input;
  if (outline === undefined) throw new Error('a computed test round asks something');
  return {
    framework,
    method,
    questionnaire: outline.questionnaire,
    countries: [...countries].sort(),
    answers: Object.fromEntries(answers),
    given: given.given ?? [],
    groups: given.groups ?? [],
    withheld: given.withheld ?? [],
  };
}

export function reopened(round: Round): OpenedRound {
  const opened = openRound(round);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

/** As `openIndex` takes it. */
export const inputOf = ({ questionnaire, answers, ...round }: Round) => ({
  ...round,
  ...(questionnaire === undefined ? {} : { outline: outlineOf(questionnaire) }),
  answers: new Map(Object.entries(answers)),
});
