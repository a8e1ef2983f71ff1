/**
 * A CSV file of answers in doubt, `country,question,option,probability[,part]`, against a questionnaire: one row for each alternative
 * of an answer. All of them, or every row that is wrong.
 * Must never: hand out alternatives whose probabilities do not sum to one; take an answer that the question does not.
 */
import type { Problem } from '../core/problem.js';
import type { DoubtfulAnswer } from '../core/robustness/scenarios/input.js';
import { isSameAnswer } from '../core/survey/answer-at.js';
import type { Answer } from '../core/survey/answers.js';
import type { DataPoint } from '../core/survey/questionnaire.js';
import { readAnswer } from '../core/survey/read-answer.js';
import { quoted } from './quoted.js';
import { type AnswersContext, placeOf } from './read-answers.js';
import { type RowFault, readCsv } from './read-csv.js';
import { readNumber } from './read-number.js';

export type DoubtRead = { readonly doubt: readonly DoubtfulAnswer[] } | { readonly faults: readonly RowFault[] };

/** In the order of countries, and of the data points in the file. */
export function readDoubt(bytes: Uint8Array, context: AnswersContext): DoubtRead {
  const { rows, faults } = readCsv(bytes, { must: ['country', 'question', 'option', 'probability'], may: ['part'] });
  const wrong: RowFault[] = [...faults];
  const stated = new Map<string, Stated>();
  for (const row of rows) {
    const say = (message: string): void => void wrong.push({ line: row.line, message });
    const place = placeOf(row, context);
    if (typeof place === 'string') {
      say(place);
      continue;
    }
    const key = `${place.country} ${place.point.key}`;
    const doubt = stated.get(key) ?? { ...place, alternatives: [], line: row.line, isWhole: true };
    stated.set(key, doubt);
    const answer = answerIn(row.cell('option'), place.point, context.say);
    const probability = probabilityIn(row.cell('probability'));
    if ('fault' in answer) say(`${place.country} '${place.point.key}': ${answer.fault}`);
    if (typeof probability === 'string') say(probability);
    if ('fault' in answer || typeof probability === 'string') doubt.isWhole = false;
    else add(doubt, { answer: answer.answer, probability, line: row.line }, say);
  }
  wrong.push(...[...stated.values()].flatMap(sumFault));
  if (wrong.length > 0) return { faults: wrong.sort((a, b) => a.line - b.line) };
  return {
    doubt: [...stated.values()]
      .map(({ country, point, alternatives }) => ({
        country,
        key: point.key,
        alternatives: alternatives.map(({ answer, probability }) => ({ answer, probability })),
      }))
      .sort((a, b) => (a.country === b.country ? 0 : a.country < b.country ? -1 : 1)),
  };
}

interface Alternative {
  readonly answer: Answer | null;
  readonly probability: number;
  readonly line: number;
}

/** All rows of a country for one data point. */
interface Stated {
  readonly country: string;
  readonly point: DataPoint;
  readonly alternatives: Alternative[];
  /** Of its first row. */
  readonly line: number;
  /** Whether every row of it could be read; else nothing is said of their sum. */
  isWhole: boolean;
}

const REASONS = ['not-answered', 'not-known', 'not-applicable'];

/** As the table of answers writes a value, the options of a multiple choice with semicolons between them; or a reason. */
function answerIn(
  option: string,
  point: DataPoint,
  say: (problem: Problem) => string,
): { readonly answer: Answer | null } | { readonly fault: string } {
  if (option === '') return { fault: `the option is missing: a value, or one of ${REASONS.join(', ')}` };
  const isSeveral = point.spec.type === 'multiple-choice';
  const entered = REASONS.includes(option)
    ? { values: [], status: option }
    : { values: isSeveral ? option.split(';') : [option] };
  const read = readAnswer(point, entered);
  return read.ok ? { answer: read.value ?? null } : { fault: read.problems.map(say).join(' ') };
}

function probabilityIn(written: string): number | string {
  const probability = readNumber(written) ?? Number.NaN;
  return probability >= 0 && probability <= 1
    ? probability
    : `the probability must be a number from 0 to 1, not ${quoted(written)}`;
}

function add(doubt: Stated, one: Alternative, say: (message: string) => void): void {
  const { country, point, alternatives } = doubt;
  const same = alternatives.find(({ answer }) => isSameAnswer(answer ?? undefined, one.answer ?? undefined));
  if (same === undefined) {
    alternatives.push(one);
    return;
  }
  doubt.isWhole = false;
  say(`${country} '${point.key}' has this alternative already, on line ${same.line}`);
}

function sumFault({ country, point, alternatives, line, isWhole }: Stated): readonly RowFault[] {
  if (!isWhole) return [];
  const whose = `${country} '${point.key}'`;
  if (alternatives.length < 2) {
    return [{ line, message: `${whose} has one alternative, which leaves nothing in doubt: write two or more` }];
  }
  const sum = alternatives.reduce((total, { probability }) => total + probability, 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  return [{ line, message: `the probabilities of ${whose} sum to ${Number(sum.toPrecision(12))}, and not to 1` }];
}
