/**
 * The work of `alidade compute`: load, compute, write; at any fault, all of them and nothing else.
 * Must never: contain a rule of scoring.
 */
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Problem } from '../core/problem.js';
import { computeIndex } from '../core/scoring/compute-index.js';
import { makeWords } from '../core/text/make-words.js';
import { checkDefinition } from '../library/check-definition.js';
import { faultLine, isError } from '../library/faults.js';
import { loadTexts } from '../library/load-texts.js';
import { readCountries } from '../library/read-countries.js';
import type { ComputeOptions } from './compute.js';
import { readInput } from './compute-input.js';
import { resultRows, resultText } from './compute-result.js';
import { definitionFolder } from './definition-folder.js';
import { FINE, PROBLEMS, type Shell, WRONG_USE } from './shell.js';

/** Returns the exit code. */
export function runCompute(typed: string, options: ComputeOptions, shell: Shell): number {
  const refuse = (code: number, sentences: readonly string[]): number => {
    shell.err(sentences.map((sentence) => `${sentence}\n`).join(''));
    return code;
  };
  const found = definitionFolder(typed, shell);
  if ('sentence' in found) return refuse(WRONG_USE, [found.sentence]);
  const { definition, faults } = checkDefinition(found.folder);
  if (definition === undefined) return refuse(PROBLEMS, faultLines(faults.filter(isError), shell));
  const { countries } = readCountries(shell.root);
  const say = sayer(shell.root);
  const read = readInput(options, { definition, countries, say, cwd: shell.cwd });
  if ('wrongUse' in read) return refuse(WRONG_USE, read.wrongUse);
  if ('faults' in read) return refuse(PROBLEMS, read.faults);
  const computed = computeIndex(read.input);
  if (!computed.ok) return refuse(PROBLEMS, computed.problems.map(say));
  refuse(
    FINE,
    computed.value.warnings.map((warning) => `warning: ${say(warning)}`),
  );
  return write(resultText(resultRows(computed.value), options.format), options.out, { shell, refuse });
}

interface Writing {
  readonly shell: Shell;
  readonly refuse: (code: number, sentences: readonly string[]) => number;
}

function write(text: string, file: string | undefined, { shell, refuse }: Writing): number {
  if (file === undefined) {
    shell.out(text);
    return FINE;
  }
  try {
    writeFileSync(resolve(shell.cwd, file), text);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown cause';
    return refuse(PROBLEMS, [`The result cannot be written to '${file}' (${code}).`]);
  }
  return refuse(FINE, [`Wrote ${file}.`]);
}

function faultLines(faults: Parameters<typeof faultLine>[0][], { cwd }: Shell): readonly string[] {
  return faults.map((fault) => faultLine({ ...fault, file: relative(cwd, fault.file) }));
}

function sayer(root: string): (problem: Problem) => string {
  const words = makeWords(loadTexts(root), 'en');
  return ({ code, details }) => words.say(code, details);
}
