/**
 * The files named on the command line → what the engine computes from, or every bad row of every file.
 * Must never: read on quietly past a file that is not there.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../core/problem.js';
import type { Given, IndexInput } from '../core/scoring/index-input.js';
import type { Answers } from '../core/survey/answers.js';
import { outlineOf } from '../core/survey/outline.js';
import { nodesOf } from '../library/count-definition.js';
import type { Countries, Definition } from '../library/library.js';
import { readAnswers } from '../library/read-answers.js';
import { csvTooLarge, type RowFault } from '../library/read-csv.js';
import { readGiven } from '../library/read-given.js';
import { type GroupMembers, readGroups } from '../library/read-groups.js';

/** What was typed behind the name of the definition. */
export interface ComputeOptions {
  readonly answers?: string;
  readonly given?: string;
  readonly groups?: string;
  readonly format: string;
  readonly out?: string;
}

export interface InputContext {
  readonly definition: Definition;
  readonly countries: Countries;
  readonly say: (problem: Problem) => string;
  readonly cwd: string;
}

export type InputRead =
  | { readonly input: IndexInput }
  /** Sentences: the command was called wrongly. */
  | { readonly wrongUse: readonly string[] }
  /** `file:line: message`, all of all files. */
  | { readonly faults: readonly string[] };

/** Reads the round: its countries are those of the answers and of the given scores. */
export function readInput(options: ComputeOptions, context: InputContext): InputRead {
  const { questionnaire, framework, method, id } = context.definition;
  const files = [options.answers, options.given, options.groups].filter((file) => file !== undefined);
  const wrongUse = files.flatMap((file) => fileSentence(file, context.cwd));
  if (options.answers !== undefined && questionnaire === undefined) {
    wrongUse.push(`'${id}' has no questionnaire, so it takes no answers: use --given.`);
  }
  if (wrongUse.length > 0) return { wrongUse };
  const outline = questionnaire && outlineOf(questionnaire);
  const faults: string[] = [];
  const read = reader(context.cwd, faults);
  const nodes = nodesIn(framework.index);
  const answers = outline && read(options.answers, (bytes) => readAnswers(bytes, { ...context, outline }));
  const given = read(options.given, (bytes) => readGiven(bytes, { ...context, nodes }));
  const groups = read(options.groups, (bytes) => readGroups(bytes, context.countries));
  if (faults.length > 0) return { faults };
  const byCountry: ReadonlyMap<string, Answers> = answers?.answers ?? new Map();
  const scores: readonly Given[] = given?.given ?? [];
  const members: readonly GroupMembers[] = groups?.groups ?? [];
  const countries = [...new Set([...byCountry.keys(), ...scores.map((one) => one.country)])].sort();
  return {
    input: {
      framework,
      method,
      ...(outline ? { outline } : {}),
      countries,
      answers: byCountry,
      given: scores,
      groups: members,
    },
  };
}

function nodesIn(index: Definition['framework']['index']): ReadonlySet<string> {
  return new Set(nodesOf(index).map((node) => node.id));
}

type Rows<T> = T | { readonly faults: readonly RowFault[] };

type Reader = <T extends object>(file: string | undefined, take: (bytes: Uint8Array) => Rows<T>) => T | undefined;

/** Reads files one by one, and collects what is wrong with any of them. */
function reader(cwd: string, faults: string[]): Reader {
  return (file, take) => {
    if (file === undefined) return undefined;
    const rows = take(readFileSync(resolve(cwd, file)));
    if (!('faults' in rows)) return rows;
    for (const { line, message } of rows.faults) faults.push(`${file}:${line}: ${message}`);
    return undefined;
  };
}

function fileSentence(file: string, cwd: string): readonly string[] {
  const found = statSync(resolve(cwd, file), { throwIfNoEntry: false });
  if (found === undefined) return [`There is no file '${file}'.`];
  if (!found.isFile()) return [`'${file}' is not a file.`];
  const tooLarge = csvTooLarge(found.size);
  return tooLarge === undefined ? [] : [`${file}: ${tooLarge}`];
}
