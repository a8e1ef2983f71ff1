/**
 * `alidade compute`: an index from files of answers and given scores, as a table of every node for every country.
 * Must never: print a half of the results.
 */
import type { Command } from 'commander';
import type { ComputeOptions } from './compute-input.js';
import type { Shell } from './shell.js';
import { WRONG_USE } from './shell.js';

const DETAILS = `
answers  country,question,part,value[,status]
given    country,node,value: the node's score, in place of all below it
groups   group,country
result   country,node,level,score,rank,presented,coverage,status

The round is the countries in the files of answers and given scores. docs/formats.md describes every column.`;

export function addCompute(program: Command, shell: Shell): void {
  program
    .command('compute')
    .description('compute an index from answers, given scores, or both')
    .argument('<id-or-folder>', 'a definition under questionnaires/, or the folder of one')
    .option('--answers <file.csv>', 'what countries answered')
    .option('--given <file.csv>', 'scores stated for nodes')
    .option('--groups <file.csv>', 'groups of countries to average')
    .option('--format <csv|json>', 'how to print the result', 'csv')
    .option('--out <file>', 'write the result to a file')
    .addHelpText('after', DETAILS)
    .action(async (typed: string, options: ComputeOptions) => {
      const wrong = wrongUse(options);
      if (wrong !== undefined) {
        shell.err(`${wrong}\nAdd --help to see how it is used.\n`);
        return shell.finish(WRONG_USE);
      }
      const { runCompute } = await import('./compute-run.js');
      shell.finish(runCompute(typed, options, shell));
    });
}

function wrongUse({ answers, given, format }: ComputeOptions): string | undefined {
  if (answers === undefined && given === undefined)
    return 'There is nothing to compute from: name a file with --answers or --given, or both.';
  if (format !== 'csv' && format !== 'json') return `The format '${format}' is not known: use csv or json.`;
  return undefined;
}
