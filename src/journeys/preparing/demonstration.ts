/**
 * What a demonstration is invented from: a profile per country (how strong it is in each pillar, and what is peculiar to
 * it) and texts for the questions that are answered in words. Read from two CSV files beside the editions.
 * Must never: hold an answer of a country that exists.
 */
import { parse } from 'csv-parse/sync';
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';

export interface Demonstration {
  readonly profiles: readonly Profile[];
  readonly texts: readonly InventedText[];
}

export interface Profile {
  readonly country: string;
  /** Latent level per pillar id: 0 has nothing of what is asked, 1 has all. */
  readonly levels: ReadonlyMap<string, number>;
  /** The country whose draws it shares: with the same levels the two give like answers, and tie. */
  readonly drawnAs: string;
  /** Answers that are not drawn, by data point: values as a CSV of answers writes them, or the reason why there is none. */
  readonly peculiarities: ReadonlyMap<string, string>;
}

/** Said by countries whose mean level is at least `atLeast`; `{country}` stands for the country's name. */
export interface InventedText {
  readonly question: string;
  readonly atLeast: number;
  readonly text: string;
}

/** All bad rows at once, each with its line. */
export function readDemonstration(files: { profiles: string; texts: string }): Outcome<Demonstration> {
  const problems: Problem[] = [];
  const profiles = rowsOf(files.profiles).map((row) => readProfile(row, problems));
  const texts = rowsOf(files.texts).map((row) => readText(row, problems));
  return problems.length === 0 ? done({ profiles, texts }) : refused(...problems);
}

export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of a CSV with a heading, each with the line it ends on. */
export function rowsOf(csv: string): readonly Row[] {
  const records: { info: { lines: number }; record: Record<string, string> }[] = parse(csv, {
    bom: true,
    columns: true,
    info: true,
    trim: true,
  });
  return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
}

function readProfile({ line, cells }: Row, problems: Problem[]): Profile {
  const { country = '', 'drawn-as': drawnAs = '', peculiarities = '', ...rest } = cells;
  const levels = new Map(Object.entries(rest).map(([pillar, cell]) => [pillar, readLevel(cell, line, problems)]));
  return {
    country,
    levels,
    drawnAs: drawnAs === '' ? country : drawnAs,
    peculiarities: new Map(splitPeculiarities(peculiarities)),
  };
}

function readText({ line, cells }: Row, problems: Problem[]): InventedText {
  const { question = '', text = '' } = cells;
  return { question, atLeast: readLevel(cells['at-least'] ?? '', line, problems), text };
}

function readLevel(cell: string, line: number, problems: Problem[]): number {
  const level = Number(cell);
  if (cell === '' || !(level >= 0 && level <= 1)) problems.push({ code: 'not-a-level', details: { line, cell } });
  return level;
}

/** `q66=no; q27/i18=not-known` */
function splitPeculiarities(cell: string): readonly (readonly [string, string])[] {
  return cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const sign = one.indexOf('=');
      return [one.slice(0, sign), one.slice(sign + 1)] as const;
    });
}
