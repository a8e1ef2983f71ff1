/**
 * Which answers are in doubt, by what countries and the secretariat have said of them, and what they may be instead.
 * Must never: doubt an answer of which nobody has said anything; guess how likely another one is (the method states it).
 */

import { answerAt, isSameAnswer } from '../../survey/answer-at.js';
import type { CellSpec } from '../../survey/answer-spec.js';
import type { Answer, Answers } from '../../survey/answers.js';
import type { Outline } from '../../survey/outline.js';
import { typeOf } from '../../survey/question-types/index.js';
import type { DataPoint } from '../../survey/questionnaire.js';
import { standingOf } from '../../survey/standing.js';
import { assessedAnswers } from '../../workflow/assessed-answers.js';
import { isGivenBack } from '../../workflow/given-back.js';
import type { Assessment, Remark, SubmissionStatus } from '../../workflow/statuses.js';
import type { DoubtShares } from '../scenarios/doubt-shares.js';
import type { DoubtfulAnswer } from '../scenarios/input.js';

interface Findings {
  readonly outline: Outline;
  readonly submissions: readonly Found[];
}

/** What is known of a country's answers. */
interface Found {
  readonly country: string;
  readonly status: SubmissionStatus;
  /** The words of the last return. */
  readonly reason?: string;
  readonly answers: Answers;
  /** By question. */
  readonly remarks: Readonly<Record<string, Remark>>;
  /** By data point. */
  readonly assessments: Readonly<Record<string, Assessment>>;
}

export interface DoubtFound {
  readonly answers: readonly DoubtfulAnswer[];
  /** How many answers are in doubt of which nobody knows what else they could be: numbers, dates, texts, several options. */
  readonly left: number;
}

/**
 * Shape: answers as they count (with adjustments laid over), and what was said of them → for each that is in doubt its alternatives.
 * With probability p it is another: one of the other options, all equally likely; of an adjusted answer, what the country said. p is
 * the highest share that holds of it: the country is fairly sure or guesses, its submission was given back to it and has not come
 * back, the secretariat adjusted the answer. Only what is asked and has a value is in doubt.
 *
 * Citation: none; how likely another answer is, the method of an edition states.
 * Example: a country guesses (0.25) that one of three options holds: 0.75 for it, and 0.125 for each of the others.
 * Refuses: nothing; answers without other options are counted as left.
 */
export function doubtOfFindings({ outline, submissions }: Findings, shares: DoubtShares): DoubtFound {
  const inOrder = submissions.toSorted((a, b) => (a.country < b.country ? -1 : 1));
  const found = inOrder.flatMap((submission) => doubtIn(submission, outline, shares));
  const answers = found.flatMap(({ country, key, stated, others, share }): readonly DoubtfulAnswer[] => {
    if (others.length === 0) return [];
    const probability = share / others.length;
    const alternatives = [
      { answer: stated, probability: 1 - share },
      ...others.map((answer) => ({ answer, probability })),
    ];
    return [{ country, key, alternatives }];
  });
  return { answers, left: found.length - answers.length };
}

interface Doubt {
  readonly country: string;
  readonly key: string;
  readonly stated: Answer;
  readonly others: readonly (Answer | null)[];
  readonly share: number;
}

function doubtIn(found: Found, outline: Outline, shares: DoubtShares): readonly Doubt[] {
  const { country } = found;
  const assessed = assessedAnswers(found.answers, found.assessments);
  const { isAsked } = standingOf(outline, assessed);
  return outline.points.flatMap((point): readonly Doubt[] => {
    const { key } = point;
    const stated = answerAt(assessed, key);
    if (stated === undefined || 'missing' in stated || !isAsked(key)) return [];
    const doubt = { country, key, stated };
    const said = answerAt(found.answers, key);
    const isAdjusted = found.assessments[key]?.finding === 'adjusted' && !isSameAnswer(said, stated);
    const general = generalShare(point, found, shares);
    if (isAdjusted && shares.adjusted > 0 && shares.adjusted >= general) {
      return [{ ...doubt, others: [said ?? null], share: shares.adjusted }];
    }
    return general > 0 ? [{ ...doubt, others: otherOptions(point.spec, stated), share: general }] : [];
  });
}

function generalShare({ question }: DataPoint, { remarks, ...found }: Found, shares: DoubtShares): number {
  const confidence = Object.hasOwn(remarks, question.id) ? remarks[question.id]?.confidence : undefined;
  const unsure = confidence === undefined || confidence === 'sure' ? 0 : shares[confidence];
  return Math.max(unsure, isGivenBack(found) ? shares.returned : 0);
}

/** None where an answer may hold several, or is free. */
function otherOptions(spec: CellSpec, stated: Answer): readonly Answer[] {
  if (spec.type === 'multiple-choice' || spec.type === 'link-list') return [];
  const type = typeOf(spec);
  return type.choices(spec).flatMap(({ id }): readonly Answer[] => {
    const read = type.read(spec, [id]);
    const answer = read.ok && read.value !== undefined ? { value: read.value } : undefined;
    return answer === undefined || isSameAnswer(answer, stated) ? [] : [answer];
  });
}
