/**
 * A CSV file of answers, `country,question,part,value[,status]`, against a questionnaire: one row per answer, several for a
 * multiple choice or a link list. Answers, or every row that is wrong.
 * Must never: hand out answers of a file in which any row is wrong.
 */
import type { Problem } from '../core/problem.js';
import type { Answer, Answers } from '../core/survey/answers.js';
import { keyOf, type Outline } from '../core/survey/outline.js';
import type { DataPoint } from '../core/survey/questionnaire.js';
import { readAnswer } from '../core/survey/read-answer.js';
import { didYouMean } from './did-you-mean.js';
import type { Countries } from './library.js';
import { countryFault } from './read-countries.js';
import { type CsvRow, type RowFault, readCsv } from './read-csv.js';

export interface AnswersContext {
  readonly outline: Outline;
  readonly countries: Countries;
  /** The sentence for a problem. */
  readonly say: (problem: Problem) => string;
}

export type AnswersRead = { readonly answers: ReadonlyMap<string, Answers> } | { readonly faults: readonly RowFault[] };

/** Answers by country; a country whose rows say nothing but `not-answered` is in the round all the same. */
export function readAnswers(bytes: Uint8Array, context: AnswersContext): AnswersRead {
  const { rows, faults } = readCsv(bytes, { must: ['country', 'question', 'part', 'value'], may: ['status'] });
  const wrong: RowFault[] = [...faults];
  const places = new Map<string, Stated>();
  for (const row of rows) {
    const place = placeOf(row, context);
    if (typeof place === 'string') wrong.push({ line: row.line, message: place });
    else collect(places, row, { ...place, wrong });
  }
  const answers = new Map<string, Record<string, Answer>>();
  for (const stated of places.values()) {
    const read = readAnswer(stated.point, stated);
    const ofCountry = answers.get(stated.country) ?? {};
    answers.set(stated.country, ofCountry);
    if (read.ok && read.value !== undefined) ofCountry[stated.point.key] = read.value;
    if (!read.ok) wrong.push(...read.problems.map((problem) => problemFault(stated, problem, context.say(problem))));
  }
  if (wrong.length > 0) return { faults: wrong.sort((a, b) => a.line - b.line) };
  return { answers };
}

/** All rows of a country for one data point. */
interface Stated {
  readonly country: string;
  readonly point: DataPoint;
  readonly values: string[];
  readonly lines: number[];
  status: string;
}

interface PointOfRow {
  readonly country: string;
  readonly point: DataPoint;
}

/** Whose answer a row is of, or what is wrong with that. */
export function placeOf({ cell }: CsvRow, { outline, countries }: AnswersContext): PointOfRow | string {
  const [country, id, part] = [cell('country'), cell('question'), cell('part')];
  const unknown = countryFault(country, countries);
  if (unknown !== undefined) return unknown;
  const question = outline.questions.get(id);
  if (id === '') return 'the question is missing';
  if (question === undefined) {
    const meant = didYouMean(id, outline.questions.keys());
    return `there is no question '${id}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
  }
  const point = outline.point.get(keyOf(id, part));
  if (point !== undefined && point.question.id === id) return { country, point };
  const parts = question.points.map((one) => one.part);
  if (parts.includes('')) return `'${id}' has no parts: leave the part empty, not '${part}'`;
  const some = parts.slice(0, 8).join(', ') + (parts.length > 8 ? ', …' : '');
  return part === ''
    ? `'${id}' has parts: name one of ${some}`
    : `'${id}' has no part '${part}': its parts are ${some}`;
}

function collect(
  places: Map<string, Stated>,
  row: CsvRow,
  { country, point, wrong }: PointOfRow & { readonly wrong: RowFault[] },
): void {
  const [value, status] = [row.cell('value'), row.cell('status')];
  const name = `${country} ${point.key}`;
  const before = places.get(name);
  if (before === undefined) {
    places.set(name, { country, point, values: [value], lines: [row.line], status });
    return;
  }
  const several = point.spec.type === 'multiple-choice' || point.spec.type === 'link-list';
  const same = before.lines[before.values.indexOf(value)];
  const first = same ?? before.lines[0];
  if (!several || same !== undefined) {
    const what = several && value !== '' ? `given '${value}' for` : 'answered';
    wrong.push({ line: row.line, message: `${country} has ${what} '${point.key}' already, on line ${first}` });
  } else if ((before.status === '') !== (status === '') || value === '') {
    wrong.push({ line: row.line, message: `a status and a value cannot stand side by side: see line ${first}` });
  } else {
    before.values.push(value);
    before.lines.push(row.line);
  }
}

/** At the row whose value the problem names, else at the first. */
function problemFault(
  { country, point, values, lines }: Stated,
  { details = {} }: Problem,
  sentence: string,
): RowFault {
  const at = values.findIndex((value) => Object.values(details).includes(value));
  return { line: lines[Math.max(at, 0)] ?? 1, message: `${country} '${point.key}': ${sentence}` };
}
