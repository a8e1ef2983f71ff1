/**
 * `alidade robustness`: puts the ranks of an edition to the test in threads, stores what comes of it with the edition, and prints it
 * or writes the report where the edition is published.
 * Must never: show what is not published, or leave half of a file.
 */
import { type Command, Option } from 'commander';
import type { Outcome, Problem } from '../core/problem.js';
import { VISITOR } from '../core/workflow/roles.js';
import { beginAnalysis } from '../journeys/analysing/analyse-results.js';
import { type AnalysisOptions, askedOf } from '../journeys/analysing/asked-of.js';
import { analysisOf, cancelAnalysis, type RunningAnalysis, startAnalysis } from '../journeys/analysing/run-analysis.js';
import { documentOf } from '../journeys/comparing.js';
import { type ComputedEdition, computedEdition } from '../journeys/computed-edition.js';
import { seeResults } from '../journeys/publishing/see-results.js';
import { materialOf } from '../journeys/report-material.js';
import type { World } from '../journeys/world.js';
import { FORMATS, formatOf } from '../render/formats.js';
import { handDocument } from './hand-document.js';
import { progressOn } from './index-robustness-told.js';
import { COMMAND_LINE } from './operator.js';
import { readRobustnessFiles } from './robustness-files.js';
import { readRobustnessFlags, type TypedRobustness } from './robustness-flags.js';
import { robustnessText } from './robustness-text.js';
import { FINE, PROBLEMS, type Shell, WRONG_USE } from './shell.js';
import { withWorld } from './with-world.js';

const DETAILS = `
Without --vary, the analyses that the method of the edition plans are made; with it, one of what is varied. The result is stored with the
edition and stands beside its ranks from then on. Ctrl-C cancels; the same command goes on from there.

Examples:
  alidade robustness ourdata-2017
  alidade robustness ourdata-2017 --runs 20000 --vary weights:uniform --vary 'aggregate=arithmetic|geometric'
  alidade robustness ourdata-2017 --replay draws.csv --format xlsx --out reports

Exit code: 0 stored, 1 it could not be computed or was cancelled, 2 wrong use.`;

const gathered = (written: string, before: readonly string[] = []): readonly string[] => [...before, written];

export function addRobustness(program: Command, shell: Shell): void {
  program
    .command('robustness')
    .description('say how sure the ranks of an edition are, and keep it with the edition')
    .argument('<edition>', 'an edition under data/editions/, or one that is run here')
    .option('--runs <N>', 'replications of each analysis')
    .option('--seed <S>', 'seed of the draws')
    .option('--sensitivity <N>', 'base samples of the Sobol indices; 0 for none')
    .option('--design <design>', 'random | sobol | latin')
    .option('--vary <what>', 'as of alidade index, once for each; doubt: answers in doubt', gathered)
    .option('--doubt <FILE.csv>', 'answers in doubt: country,question,option,probability')
    .option('--replay <FILE.csv>', 'replications as stated there, in place of draws')
    .option('--on-problem <what>', 'stop | count, at a replication that has no numbers')
    .addOption(new Option('--format <format>', 'the whole report in this format').choices(FORMATS.map(({ id }) => id)))
    .option('--out <DIR>', 'folder to write to; made when it is missing')
    .addHelpText('after', DETAILS)
    .action((edition: string, typed: TypedRobustness) =>
      withWorld(shell, (world) => robustness({ world, shell, typed }, edition)),
    );
}

interface Call {
  readonly world: World;
  readonly shell: Shell;
  readonly typed: TypedRobustness;
}

async function robustness(call: Call, id: string): Promise<void> {
  const { world, shell } = call;
  const isPublic = (await seeResults(world, id, VISITOR)).ok;
  const wanted = await wantedOf(call, id, isPublic);
  if ('sentences' in wanted) return refuse(shell, wanted.sentences, WRONG_USE);
  const begun = await begin(world, wanted);
  if (!begun.ok) return refuse(shell, said(world, begun.problems), PROBLEMS);
  const ended = await watched(call, id, begun.value);
  const state = analysisOf(world, id);
  if (state?.state === 'cancelled') {
    const share = Math.floor(state.share * 100);
    return refuse(shell, [`cancelled at ${share} %; the same command goes on from there`], PROBLEMS);
  }
  if (!ended.ok) return refuse(shell, said(world, ended.problems), PROBLEMS);
  await tell(call, { computed: wanted.computed, number: ended.value.number, isPublic });
  shell.finish(FINE);
}

interface Asked {
  readonly options: AnalysisOptions;
  readonly computed: ComputedEdition;
}

type Wanted = Asked | { readonly sentences: readonly string[] };

/** What is wanted of this edition, or all that is wrong with it: flags, files, and what cannot be varied. */
async function wantedOf({ world, shell, typed }: Call, id: string, isPublic: boolean): Promise<Wanted> {
  const flags = readRobustnessFlags(typed);
  const seen = await seeResults(world, id, COMMAND_LINE);
  if (!seen.ok) return { sentences: [...said(world, seen.problems), ...flags.sentences] };
  const computed = await computedEdition(world, seen.value);
  const files = readRobustnessFiles(typed, { world, computed, cwd: shell.cwd });
  const options = { ...flags.options, ...files.options };
  const asked = await askedOf(world, computed, options);
  const sentences = [
    ...flags.sentences,
    ...(typed.format !== undefined && !isPublic ? [NOT_PUBLISHED] : []),
    ...files.sentences,
    ...(asked.ok ? [] : said(world, asked.problems)),
  ];
  return sentences.length > 0 ? { sentences } : { options, computed };
}

const NOT_PUBLISHED =
  '--format: the edition is not published, so no report of it is written; without --format the result is stored with it.';

/** Editions of the library are nobody's to run but whose files they are; one that is run here may not have come that far. */
function begin(world: World, { computed: { edition }, options }: Asked): Promise<Outcome<RunningAnalysis>> {
  if (edition.kind === 'collected') return beginAnalysis(world, edition.id, { person: COMMAND_LINE, options });
  return startAnalysis(world, { edition, by: COMMAND_LINE.account, options });
}

/** Until it ends, of itself or by Ctrl-C. */
async function watched({ world, shell }: Call, id: string, running: RunningAnalysis) {
  const progress = progressOn(shell);
  const cancel = () => void cancelAnalysis(world, id);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, cancel);
  running.onProgress(progress.tell);
  try {
    return await running.done;
  } finally {
    progress.end();
    for (const signal of signals) process.off(signal, cancel);
  }
}

interface Found {
  readonly computed: ComputedEdition;
  readonly number: number;
  readonly isPublic: boolean;
}

async function tell({ world, shell, typed }: Call, { computed, ...kept }: Found): Promise<void> {
  const format = formatOf(typed.format ?? '');
  if (format === undefined) return shell.out(robustnessText(await materialOf(world, computed), kept));
  const made = await documentOf(world, { edition: computed.edition, report: 'robustness' });
  if (made.ok) await handDocument(shell, { document: made.value, format, out: typed.out });
}

/** Several analyses may be refused for the same reason, which is said once. */
function said({ words }: World, problems: readonly Problem[]): readonly string[] {
  const sentences = problems.map(({ code, details = {} }) => {
    const under = details.under === undefined || details.under === '' ? '' : `with ${details.under}: `;
    return `${under}${words.say(code, details)}`;
  });
  return [...new Set(sentences)];
}

function refuse(shell: Shell, sentences: readonly string[], code: number): void {
  for (const sentence of sentences) shell.err(`${sentence}\n`);
  shell.finish(code);
}
