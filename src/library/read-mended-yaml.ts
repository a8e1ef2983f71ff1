/**
 * YAML with slips of the pen (a colon in a text, a tab, a quote that is not closed), read in spite of them: the line is
 * reported, put in quotes or re-indented, and the text read again, so that a slip hides nothing below it.
 * Must never: mend what cannot be mended line by line, or report what only follows from the mending.
 */
import type { Finding } from './read-text.js';
import { readYaml, type YamlRead } from './read-yaml.js';

export interface MendedYaml extends YamlRead {
  /** Lines whose text is no longer the author's. */
  readonly mended: ReadonlySet<number>;
}

const ROUNDS = 12;
/** Nobody slips a dozen times in a file this long; whoever sends one has something else in mind. */
const LONGEST = 300_000;
const KEY_AND_TEXT = /^(\s*(?:- +)*[\w.-]+: +)(\S.*)$/;

export function readMendedYaml(text: string): MendedYaml {
  const mended = new Set<number>();
  const findings: Finding[] = [];
  let lines = text.split('\n');
  let read = readYaml(text);
  for (let round = 0; round < ROUNDS && text.length <= LONGEST; round++) {
    const { brokenFrom } = read;
    const [first] = read.findings.filter(({ at }) => at.line === brokenFrom);
    if (brokenFrom === undefined || first === undefined) break;
    const better = mendings(lines, brokenFrom)
      .map((mending) => ({ ...mending, read: readYaml(mending.lines.join('\n')) }))
      .find((one) => (one.read.brokenFrom ?? Number.POSITIVE_INFINITY) > brokenFrom);
    if (better === undefined) break;
    findings.push(first);
    mended.add(better.line).add(brokenFrom);
    lines = better.lines;
    read = better.read;
  }
  return { ...read, findings: [...findings, ...read.findings], mended };
}

interface Mending {
  readonly line: number;
  readonly lines: string[];
}

/** What may help against a fault on a line: its indentation or its text, or the text of the line before. */
function mendings(lines: readonly string[], broken: number): readonly Mending[] {
  return [
    { line: broken, mend: withoutTabs },
    { line: broken, mend: inQuotes },
    { line: broken - 1, mend: inQuotes },
  ].flatMap(({ line, mend }) => {
    const written = lines[line - 1];
    const other = written === undefined ? undefined : mend(written);
    return other === undefined || other === written ? [] : [{ line, lines: lines.with(line - 1, other) }];
  });
}

function withoutTabs(line: string): string | undefined {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return indent.includes('\t') ? indent.replaceAll('\t', '  ') + line.slice(indent.length) : undefined;
}

function inQuotes(line: string): string | undefined {
  const [, key, text] = KEY_AND_TEXT.exec(line) ?? [];
  return key === undefined || text === undefined ? undefined : `${key}'${text.replaceAll("'", "''")}'`;
}
