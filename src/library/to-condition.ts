/**
 * A condition as written → core's Condition, with what the shape leaves open: that it is one thing, and one thing only.
 * Must never: decide whether the question it names exists (that is core's check).
 */
import type { AnswerTest, Condition } from '../core/survey/condition.js';
import type { Note } from './note.js';
import { readNumber } from './read-number.js';
import type { ConditionFile } from './shapes/condition-shape.js';
import type { Path } from './tree.js';

/** What a condition can ask of its surroundings: whether answers to a data point are numbers. */
export type IsNumeric = (question: string, part: string) => boolean;

const TESTS = ['is', 'includes', 'at-least', 'answered'] as const;

/** Stands for a condition that could not be read, so that the others keep their places. */
const UNREAD: Condition = { all: [] };

/** Where it says nothing or several things, `note` says so. */
export function toCondition(file: ConditionFile, isNumeric: IsNumeric, { note, path }: Where): Condition {
  const kinds = (['all', 'any', 'not', 'question'] as const).filter((kind) => file[kind] !== undefined);
  const tests = TESTS.filter((test) => file[test] !== undefined);
  const inner = (one: ConditionFile, ...steps: (string | number)[]) =>
    toCondition(one, isNumeric, { note, path: [...path, ...steps] });
  if (kinds.length !== 1) {
    note(path, "a condition is one of: 'question' with a test, 'all', 'any', 'not'");
    return UNREAD;
  }
  if (file.question === undefined && (tests.length > 0 || file.part !== undefined)) {
    note(path, `'${tests[0] ?? 'part'}' goes with 'question'`);
  }
  if (file.all) return { all: file.all.map((one, at) => inner(one, 'all', at)) };
  if (file.any) return { any: file.any.map((one, at) => inner(one, 'any', at)) };
  if (file.not) return { not: inner(file.not, 'not') };
  if (tests.length !== 1) note(path, `a test of a question has exactly one of ${TESTS.join(', ')}`);
  return testOf(file, isNumeric) ?? UNREAD;
}

interface Where {
  readonly note: Note;
  readonly path: Path;
}

function testOf(file: ConditionFile, isNumeric: IsNumeric): AnswerTest | undefined {
  const { question, part } = file;
  if (question === undefined) return undefined;
  const point = part === undefined ? { question } : { question, part };
  const typed = (written: string) => (isNumeric(question, part ?? '') ? numberOr(written) : written);
  if (file.is !== undefined) return { ...point, is: typeof file.is === 'string' ? typed(file.is) : file.is.map(typed) };
  if (file.includes !== undefined) return { ...point, includes: file.includes };
  if (file['at-least'] !== undefined) return { ...point, atLeast: typed(file['at-least']) };
  return file.answered === undefined ? undefined : { ...point, answered: true };
}

/** Left as text where it is no number, so that the check can say so in the author's words. */
function numberOr(written: string): number | string {
  return readNumber(written) ?? written;
}
