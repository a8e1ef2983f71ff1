/**
 * From a posted form to what was entered: raw strings by data point. Fields are named by data point; `q3:status` holds a
 * statement in place of an answer where that is a field of its own, and `point` names every data point that was on the page.
 * Must never: decide what an entry means, or take a field for a data point the questionnaire does not have.
 */
import type { Outline } from '../core/survey/outline.js';
import type { Entered } from '../core/survey/read-answer.js';
import { isOneChoice, STATEMENT_SIGN } from './cell-view.js';

export interface Form {
  readonly entered: ReadonlyMap<string, Entered>;
  /** The revision the page was built on; NaN where it names none. */
  readonly expecting: number;
  /** Whether to go on to the next section after saving. */
  readonly goesOn: boolean;
}

/** @param body as `express.urlencoded` leaves it: a string, or several under one name */
export function readForm(outline: Outline, body: unknown): Form {
  const fields = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}));
  const all = (name: string): readonly string[] =>
    [fields.get(name) ?? []].flat().filter((one): one is string => typeof one === 'string');
  const points = all('point').flatMap((key) => outline.point.get(key) ?? []);
  const entered = points.map(({ key, spec }): [string, Entered] => {
    const given = all(key);
    const isStatement = (one: string): boolean => isOneChoice(spec) && one.startsWith(STATEMENT_SIGN);
    const status = [...all(`${key}:status`), ...given.filter(isStatement).map((one) => one.slice(1))];
    const values = given.filter((one) => !isStatement(one));
    return [key, { values: spec.type === 'link-list' ? values.flatMap(linesOf) : values, status: status.join(', ') }];
  });
  const [revision = ''] = all('revision');
  return {
    entered: new Map(entered),
    expecting: /^\d{1,9}$/.test(revision) ? Number(revision) : Number.NaN,
    goesOn: all('then').includes('next'),
  };
}

/** One address a line. */
const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
