/**
 * The files named to `alidade index` and its flags → an index to compute, or all that is wrong with any of them.
 * Must never: load what reads YAML unless a method file is named.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultLine, isError } from '../library/faults.js';
import { type IndexDefinition, indexDefinition, type Remarks } from '../library/index-definition.js';
import type { VariantReader } from '../library/index-method.js';
import { csvTooLarge } from '../library/read-csv.js';
import { readIndexFlags, type TypedFlags } from './index-flags.js';
import type { TypedRobustness } from './index-robustness-flags.js';
import type { RobustnessRun } from './index-robustness-input.js';
import { few } from './index-told.js';
import { rowLines } from './row-lines.js';

export interface IndexOptions extends TypedFlags, TypedRobustness {
  readonly data: string;
  readonly meta: string;
  readonly method?: string;
  readonly out?: string;
}

export type IndexInput =
  | { readonly definition: IndexDefinition; readonly warnings: readonly string[]; readonly robustness?: RobustnessRun }
  /** Sentences: the command was called wrongly. */
  | { readonly wrongUse: readonly string[] }
  /** A line each, of all files. */
  | { readonly faults: readonly string[] };

const FORMATS = ['csv', 'json', 'normalised', 'treated', 'imputed'];

export async function readIndexInput(options: IndexOptions, cwd: string): Promise<IndexInput> {
  const { data, meta, method } = options;
  const read = readIndexFlags(options);
  const robust = asksForRobustness(options) ? await import('./index-robustness-flags.js') : undefined;
  const asking = robust?.readRobustness(options);
  const wrongUse = [
    ...('sentences' in read ? read.sentences : []),
    ...(asking !== undefined && 'sentences' in asking ? asking.sentences : []),
    ...wrongFiles(options, cwd),
  ];
  if ('sentences' in read || (asking !== undefined && 'sentences' in asking) || wrongUse.length > 0) {
    return { wrongUse };
  }
  const tables = { data: readFileSync(resolve(cwd, data)), meta: readFileSync(resolve(cwd, meta)) };
  const robustness =
    asking &&
    (await import('./index-robustness-input.js')).robustnessInput(asking.asked, { ties: read.flags.ties, cwd });
  const variant = method === undefined ? undefined : await variantIn(method, cwd);
  const found = indexDefinition(tables, read.flags, { variant, tried: robustness?.tried });
  const { definition, ofMethod, winning } = found;
  const run = robustness?.read();
  const faults = [
    ...toldIn(found.faults, options, ''),
    ...ofMethod.filter(isError).map(faultLine),
    ...(run !== undefined && 'faults' in run ? run.faults : []),
  ];
  if (definition === undefined || faults.length > 0) return { faults };
  const warnings = [...toldIn(found.warnings, options, 'warning: '), ...ofMethod.map(faultLine)];
  const wins = winning.length === 0 ? [] : [`The command line wins over ${method} in ${winning.join(', ')}.`];
  return {
    definition,
    warnings: [...few(warnings, 'warnings'), ...wins],
    ...(run !== undefined && 'run' in run ? { robustness: run.run } : {}),
  };
}

function wrongFiles({ data, meta, replay, method, format }: IndexOptions, cwd: string): readonly string[] {
  const tables = replay === undefined ? [data, meta] : [data, meta, replay];
  return [
    ...(FORMATS.includes(format) ? [] : [`--format ${format}: use ${FORMATS.join(', ')}.`]),
    ...tables.flatMap((file) => fileSentence(file, cwd, csvTooLarge)),
    ...(method === undefined ? [] : fileSentence(method, cwd, () => undefined)),
  ];
}

const asksForRobustness = ({ robustness, sensitivity, vary, replay, design, seed, onProblem }: IndexOptions): boolean =>
  [robustness, sensitivity, vary, replay, design, seed, onProblem].some((flag) => flag !== undefined);

async function variantIn(file: string, cwd: string): Promise<VariantReader> {
  const { variantReader } = await import('../library/index-variant.js');
  return variantReader(file, readFileSync(resolve(cwd, file)));
}

/** The flags, then DATA, then META, each by line and as far as anybody reads. */
function toldIn({ data, meta, flags }: Remarks, options: IndexOptions, word: string): readonly string[] {
  return [
    ...flags.map((sentence) => `${word}${sentence}`),
    ...rowLines(options.data, data, word),
    ...rowLines(options.meta, meta, word),
  ];
}

function fileSentence(file: string, cwd: string, tooLarge: (bytes: number) => string | undefined): readonly string[] {
  const found = statSync(resolve(cwd, file), { throwIfNoEntry: false });
  if (found === undefined) return [`There is no file '${file}'.`];
  if (!found.isFile()) return [`'${file}' is not a file.`];
  const refused = tooLarge(found.size);
  return refused === undefined ? [] : [`${file}: ${refused}`];
}
