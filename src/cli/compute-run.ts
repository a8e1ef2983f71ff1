/**
 * The work of `alidade compute`: load, compute, write; at any fault, all of them and nothing else.
 * Must never: contain a rule of scoring.
 */
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Problem } from '../core/problem.js';
import { computeIndex } from '../core/scoring/compute-index.js';
import { resultRows } from '../core/scoring/result-rows.js';
import { makeWords } from '../core/text/make-words.js';
import { checkDefinition } from '../library/check-definition.js';
import { faultLine, isError } from '../library/faults.js';
import { loadTexts } from '../library/load-texts.js';
import { readCountries } from '../library/read-countries.js';
import { resultText } from '../render/result-text.js';
import { type ComputeOptions, readInput } from './compute-input.js';
import { inputWarnings } from './compute-warnings.js';
import { definitionFolder } from './definition-folder.js';
import { FINE, PROBLEMS, type Shell, WRONG_USE } from './shell.js';

/** Returns the exit code. */
export function runCompute(typed: string, options: ComputeOptions, shell: Shell): number {
  const tell = (sentences: readonly string[]): void => {
    for (const sentence of sentences) shell.err(`${sentence}\n`);
  };
  const end = (code: number, sentences: readonly string[]): number => {
    tell(sentences);
    return code;
  };
  const found = definitionFolder(typed, shell);
  if ('sentence' in found) return end(WRONG_USE, [found.sentence]);
  const { definition, faults } = checkDefinition(found.folder);
  if (definition === undefined) return end(PROBLEMS, faultLines(faults.filter(isError), shell));
  const { countries } = readCountries(shell.root);
  const say = sayer(shell.root);
  const read = readInput(options, { definition, countries, say, cwd: shell.cwd });
  if ('wrongUse' in read) return end(WRONG_USE, read.wrongUse);
  if ('faults' in read) return end(PROBLEMS, read.faults);
  const computed = computeIndex(read.input);
  if (!computed.ok) return end(PROBLEMS, computed.problems.map(say));
  tell(inputWarnings(read.input));
  tell(computed.value.warnings.map((warning) => `warning: ${say(warning)}`));
  const text = resultText(resultRows(computed.value), options.format);
  if (options.out === undefined) shell.out(text);
  else
    return written(text, options.out, shell.cwd)
      ? end(FINE, [`Wrote ${options.out}.`])
      : end(PROBLEMS, [`'${options.out}' cannot be written to.`]);
  return FINE;
}

function written(text: string, file: string, cwd: string): boolean {
  try {
    writeFileSync(resolve(cwd, file), text);
    return true;
  } catch {
    return false;
  }
}

function faultLines(faults: Parameters<typeof faultLine>[0][], { cwd }: Shell): readonly string[] {
  return faults.map((fault) => faultLine({ ...fault, file: relative(cwd, fault.file) }));
}

function sayer(root: string): (problem: Problem) => string {
  const words = makeWords(loadTexts(root), 'en');
  return ({ code, details }) => words.say(code, details);
}
