/**
 * `alidade coherence`: what each part of an edition's index counts for and how consistent the parts are, as text, or the whole
 * report as a file.
 * Must never: show an edition that is not published, or leave half of a file.
 */
import { type Command, Option } from 'commander';
import type { Problem } from '../core/problem.js';
import type { Document } from '../core/report/document.js';
import { VISITOR } from '../core/workflow/roles.js';
import { documentOf } from '../journeys/comparing.js';
import { seeResults } from '../journeys/publishing/see-results.js';
import type { World } from '../journeys/world.js';
import { FORMATS, formatOf } from '../render/formats.js';
import { BINARY, handDocument } from './hand-document.js';
import { FINE, PROBLEMS, type Shell, WRONG_USE } from './shell.js';
import { tableText } from './table-text.js';
import { withWorld } from './with-world.js';

interface Options {
  readonly format?: string;
  readonly out?: string;
}

const DETAILS = `
Without a format, the weights and importance of every part and Cronbach's alphas are printed as text. With one, the whole report
is: CSV, JSON and HTML to standard output where no folder is named, PDF and XLSX only to a folder. Files are named
edition-coherence.format.`;

/** The tables of the report that are printed, by id. */
const PRINTED = ['importance-table', 'alpha-table'];

export function addCoherence(program: Command, shell: Shell): void {
  program
    .command('coherence')
    .description('say what each part of an index counts for, and how the parts hang together')
    .argument('<edition>', 'an edition under data/editions/')
    .addOption(new Option('--format <format>', 'the whole report in this format').choices(FORMATS.map(({ id }) => id)))
    .option('--out <DIR>', 'folder to write to; made when it is missing')
    .addHelpText('after', DETAILS)
    .action((edition: string, options: Options) => {
      const wrong = wrongUse(options);
      if (wrong === undefined) return withWorld(shell, (world) => coherence(world, shell, edition, options));
      shell.err(`${wrong}\nAdd --help to see how it is used.\n`);
      return shell.finish(WRONG_USE);
    });
}

function wrongUse({ format, out }: Options): string | undefined {
  if (format === undefined) {
    return out === undefined ? undefined : 'A folder alone is not enough: name a format with --format.';
  }
  const needsFolder = BINARY.includes(format) && out === undefined;
  return needsFolder ? `The format ${format} is not text: name a folder to write to with --out.` : undefined;
}

async function coherence(world: World, shell: Shell, id: string, options: Options): Promise<void> {
  // Only what is everybody's: an unpublished edition leaves by no door, this one included.
  const edition = await seeResults(world, id, VISITOR);
  if (!edition.ok) return refuse(world, shell, edition.problems, WRONG_USE);
  const made = await documentOf(world, { edition: edition.value, report: 'coherence' });
  if (!made.ok) return refuse(world, shell, made.problems, PROBLEMS);
  const format = formatOf(options.format ?? '');
  if (format === undefined) shell.out(textOf(made.value));
  else await handDocument(shell, { document: made.value, format, out: options.out });
  shell.finish(FINE);
}

/** What the report finds, then its first tables; in an edition with too little to look at, why there are none. */
function textOf({ title, lead, blocks }: Document): string {
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' && PRINTED.includes(block.table.id) ? [tableText(block.table)] : [],
  );
  const said = blocks.flatMap((block) =>
    block.kind === 'paragraph' && typeof block.text === 'string' ? [block.text] : [],
  );
  const rest = tables.length > 0 ? tables : said.map((text) => `${text}\n`);
  return [title, ...(lead === undefined ? [] : [lead]), ''].join('\n').concat('\n', rest.join('\n'));
}

function refuse(world: World, shell: Shell, problems: readonly Problem[], code: number): void {
  for (const problem of problems) shell.err(`${world.words.say(problem.code, problem.details)}\n`);
  shell.finish(code);
}
