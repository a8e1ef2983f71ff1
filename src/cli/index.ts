/**
 * `alidade index`: a composite indicator from two tables of anybody's own, by any method of the house.
 * Must never: print a half of the results.
 */
import type { Command } from 'commander';
import type { IndexOptions } from './index-input.js';
import type { Shell } from './shell.js';

const DETAILS = `
data     uCode, perhaps uName, grouping columns, a column per indicator; NA or empty is missing
meta     iCode,Level,Parent,Direction,Weight,Type and perhaps iName, Target, goalpost_lower, goalpost_upper, Denominator
method   any part of a method.yaml; a flag wins over it
result   unit,node,level,score,rank,coverage,status
         with --robustness also rank_mean,rank_median,rank_p05,rank_p95,score_mean,score_p05,score_p95
         with --sensitivity input,output,s,s_low,s_high,st,st_low,st_high

The first value of each flag is what is done when it is not typed. docs/formats.md describes the tables and every value.`;

const FLAGS: readonly (readonly [flag: string, values: string])[] = [
  [
    '--normalise <rule>',
    'min-max:0,100 | min-max:A,B | z-score:MEAN,SD | rank | percentile-rank | borda | distance-to-max | distance-to-reference:UNIT | distance-to-target | goalposts:SCALE | none',
  ],
  ['--ties <rule>', 'min | average | max'],
  ['--weights <which>', 'given | equal | principal-components | equal-influence | benefit-of-the-doubt'],
  [
    '--aggregate <list>',
    'arithmetic | geometric | harmonic | generalised:P | median | copeland; one, or one per level from the lowest up',
  ],
  ['--threshold <list>', '0, or a share of children that must be there; one, or one per level'],
  ['--impute <rule>', 'none | mean | median | group-mean:COLUMN | group-median:COLUMN | unit-mean'],
  ['--treat <rule>', 'none | outliers'],
];

/** How sure its ranks are. */
const ROBUSTNESS: readonly (readonly [flag: string, values: string])[] = [
  ['--robustness <n>', 'replications: adds how far ranks and scores move'],
  ['--sensitivity <n>', 'base samples: prints what that is due to, by Sobol indices'],
  ['--replay <file.csv>', 'replications that are stated, in place of draws'],
  ['--design <which>', 'random | sobol | latin'],
  ['--seed <n>', '1, or any whole number'],
  ['--on-problem <what>', 'stop | count, where a replication cannot be computed'],
];

const VARY =
  'weights:SHARE | weights:uniform | weights:dirichlet, each of all levels or @LEVEL,LEVEL | normalise=A|B | aggregate=A|B | missing=A|B | impute=A|B | treat=A|B | drop:indicators, typed once for each';

export function addIndex(program: Command, shell: Shell): void {
  const command = program
    .command('index')
    .description('compute an index from two tables of your own')
    .requiredOption('--data <file.csv>', 'one row per unit')
    .requiredOption('--meta <file.csv>', 'one row per indicator and aggregate')
    .option('--method <file.yaml>', 'what else the method says');
  for (const [flag, values] of FLAGS) command.option(flag, values);
  command
    .option('--reduce <list>', 'units:SHARE | indicators:SHARE, left out with less data than that', gathered)
    .option('--format <format>', 'csv | json | normalised | treated | imputed', 'csv')
    .option('--out <file>', 'write the result to a file');
  for (const [flag, values] of ROBUSTNESS) command.option(flag, values);
  command
    .option('--vary <what>', VARY, gathered)
    .addHelpText('after', DETAILS)
    .action(async (options: IndexOptions) => {
      const { runIndex } = await import('./index-run.js');
      shell.finish(await runIndex(options, shell));
    });
}

const gathered = (written: string, before: readonly string[] = []): readonly string[] => [...before, written];
