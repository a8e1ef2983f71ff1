/**
 * How a country's answers stand: what is asked, and how each data point reads once conditions are applied. An answer to
 * what is not asked is absent here, and this is what progress, checks, exports and scoring read.
 * Must never: show an answer of a question that is not asked; say "not asked" of one whose condition is merely open.
 */

import { answerAt } from './answer-at.js';
import type { Answers } from './answers.js';
import type { Step } from './asking-steps.js';
import type { Reading, Truth } from './condition.js';
import { allOf, anyOf, evaluate } from './evaluate.js';
import type { Outline } from './outline.js';

export interface Standing {
  /** Every data point, by key: a value, or the reason why there is none. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Whether each step of the outline holds: what `restand` goes on from. */
  readonly truths: readonly Truth[];
  readonly isAsked: (key: string) => boolean;
  /** Whether at least one of the question's data points is asked. */
  readonly isQuestionAsked: (id: string) => boolean;
}

export function standingOf(outline: Outline, answers: Answers): Standing {
  const work: Work = { outline, answers, readings: new Map(), truths: [] };
  for (const place of outline.asking.order) workOut(work, place);
  return standingFrom(work);
}

/**
 * The standing after some answers changed, without looking again at what they cannot affect.
 * @param standing of the same outline, before the change
 * @param answers after the change
 * @param changedKeys the data points whose answers differ
 */
export function restand(
  outline: Outline,
  standing: Standing,
  answers: Answers,
  changedKeys: Iterable<string>,
): Standing {
  const { order, leadsTo, placeOf } = outline.asking;
  const work: Work = { outline, answers, readings: new Map(standing.readings), truths: [...standing.truths] };
  const due = new Set([...changedKeys].flatMap((key) => placeOf.get(key) ?? []));
  if (due.size === 0) return standing;
  for (const place of order) {
    if (due.has(place) && workOut(work, place)) for (const next of leadsTo[place] ?? []) due.add(next);
  }
  return standingFrom(work);
}

interface Work {
  readonly outline: Outline;
  readonly answers: Answers;
  readonly readings: Map<string, Reading>;
  readonly truths: Truth[];
}

/** Works a step out and says whether anything came of it that others may see. */
function workOut(work: Work, place: number): boolean {
  const step = work.outline.asking.steps[place];
  if (step === undefined) return false;
  const truth = truthOf(step, work);
  const before = work.truths[place];
  work.truths[place] = truth;
  if (step.point === undefined) return !sameTruth(before, truth);
  const reading = readingOf(step.point.key, truth, work.answers);
  const read = work.readings.get(step.point.key);
  work.readings.set(step.point.key, reading);
  return !sameTruth(before, truth) || !sameReading(read, reading);
}

function truthOf(step: Step, { outline, readings, truths }: Work): Truth {
  // A step of a circle may not have been worked out yet; it is then open, like a question nobody answered.
  const at = (place: number): Truth => truths[place] ?? { unknown: 'not-answered' };
  const holds: Truth[] = step.under === undefined ? [] : [at(step.under)];
  if (step.oneOf !== undefined) holds.push(anyOf(step.oneOf.map(at)));
  if (step.when !== undefined) holds.push(evaluate(step.when, { readings, point: outline.point }));
  return allOf(holds);
}

function readingOf(key: string, truth: Truth, answers: Answers): Reading {
  if (truth === false) return { missing: 'not-asked' };
  if (truth !== true) return { missing: truth.unknown };
  return answerAt(answers, key) ?? { missing: 'not-answered' };
}

function sameTruth(one: Truth | undefined, other: Truth): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object' && one.unknown === other.unknown);
}

function sameReading(one: Reading | undefined, other: Reading): boolean {
  if (one === undefined || one === other) return one === other;
  return 'missing' in one && 'missing' in other && one.missing === other.missing;
}

function standingFrom({ outline, readings, truths }: Work): Standing {
  const { placeOf } = outline.asking;
  const isAsked = (key: string): boolean => truths[placeOf.get(key) ?? -1] === true;
  return {
    readings,
    truths,
    isAsked,
    isQuestionAsked: (id) => outline.questions.get(id)?.points.some((point) => isAsked(point.key)) ?? false,
  };
}
