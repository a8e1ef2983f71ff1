/**
 * Putting the ranks of an edition to the test as somebody who may: what the analysis page shows, beginning one, and calling it off.
 * What is analysed is what this person sees, provisional results before and the publication after, or what would be published now.
 * Must never: tell who may not see an edition from whoever asks for one that does not exist.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { UnfinishedJob } from '../../core/robustness/edition/analyst.js';
import { permit } from '../../core/workflow/permission.js';
import type { Person } from '../../core/workflow/roles.js';
import type { Edition } from '../../library/library.js';
import { type ComputedEdition, computedEdition } from '../computed-edition.js';
import { unknownEdition, whereIn } from '../editions.js';
import { isProvisional, seeResults } from '../publishing/see-results.js';
import { tellOperator } from '../tell-operator.js';
import type { World } from '../world.js';
import type { AnalysisOptions } from './asked-of.js';
import { type LastRobustness, lastRobustness } from './kept-robustness.js';
import { fingerprintOf } from './round-of.js';
import { type AnalysisState, analysisOf, cancelAnalysis, type RunningAnalysis, startAnalysis } from './run-analysis.js';

export interface SeenAnalysis {
  readonly edition: Edition;
  /** Whether this person may begin one and call it off. */
  readonly mayAnalyse: boolean;
  /** To who may not, only that one runs: why another did not come to an end is none of their business. */
  readonly state?: AnalysisState;
  readonly last?: LastRobustness;
  /** Of just these results, begun and not ended, here or before a restart: to who may go on with it. */
  readonly unfinished?: UnfinishedJob;
}

/** How sure the ranks are that this person sees: the result that is kept, and the analysis that is under way. */
export async function seeAnalysis(world: World, id: string, person: Person): Promise<Outcome<SeenAnalysis>> {
  const seen = await seeResults(world, id, person);
  if (!seen.ok) return seen;
  const edition = seen.value;
  const mayAnalyse = permit(person, 'analyse', whereIn(world, edition)).ok;
  const computed = await computedEdition(world, edition);
  const last = await lastRobustness(world, computed);
  const state = analysisOf(world, id);
  const isOpen = mayAnalyse && state?.state !== 'running';
  const unfinished = isOpen ? await unfinishedOf(world, computed) : undefined;
  const isShown = mayAnalyse || state?.state === 'running';
  return done({
    edition,
    mayAnalyse,
    ...(state === undefined || !isShown ? {} : { state: withoutMachine(state) }),
    ...(last === undefined ? {} : { last }),
    ...(unfinished === undefined ? {} : { unfinished }),
  });
}

/** The newest there is. */
async function unfinishedOf(world: World, computed: ComputedEdition): Promise<UnfinishedJob | undefined> {
  const jobs = await world.analyst.unfinished();
  return jobs.length === 0 ? undefined : jobs.find(({ fingerprint }) => fingerprint === fingerprintOf(computed));
}

export interface AnalysisWanted {
  readonly person: Person;
  readonly options?: AnalysisOptions;
  /** `candidate`: of what would be published now, which leaves out what is not validated; else of what is shown. */
  readonly of?: 'shown' | 'candidate';
}

/** Refused like an edition that does not exist for whoever may not. */
export async function beginAnalysis(
  world: World,
  id: string,
  { person, options = {}, of = 'shown' }: AnalysisWanted,
): Promise<Outcome<RunningAnalysis>> {
  const allowed = await mayAnalyse(world, id, person);
  if (!allowed.ok) return allowed;
  const edition = of === 'candidate' ? candidateOf(allowed.value) : allowed.value;
  const started = await startAnalysis(world, { edition, by: person.account, options });
  if (started.ok) void started.value.done.then((ended) => tellBroken(id, ended));
  return started;
}

/** As it would be published now; a publication is what it is. */
function candidateOf(edition: Edition): Edition {
  const { run } = edition;
  return run === undefined || !isProvisional(edition) ? edition : { ...edition, run: { ...run, shows: 'candidate' } };
}

/** Whether there was one to call off. */
export async function callOffAnalysis(world: World, id: string, person: Person): Promise<Outcome<boolean>> {
  const allowed = await mayAnalyse(world, id, person);
  return allowed.ok ? done(cancelAnalysis(world, id)) : allowed;
}

/** Problems that name what only the operator should read: folders, and what a library says. */
const OF_THE_MACHINE = ['analysis-broken', 'analysis-disk'];

const isOfTheMachine = ({ code }: Problem): boolean => OF_THE_MACHINE.includes(code);

function withoutMachine(state: AnalysisState): AnalysisState {
  if (state.state !== 'failed') return state;
  const problems = state.problems.map((one) => (isOfTheMachine(one) ? { code: 'analysis-ended' } : one));
  return { ...state, problems };
}

/** Nobody waits for the end of a run that was begun on a page. */
function tellBroken(edition: string, ended: Outcome<unknown>): void {
  const problems = ended.ok ? [] : ended.problems.filter(isOfTheMachine);
  for (const { code, details } of problems) tellOperator('a robustness run broke off', { edition, code, ...details });
}

async function mayAnalyse(world: World, id: string, person: Person): Promise<Outcome<Edition>> {
  const seen = await seeResults(world, id, person);
  if (!seen.ok) return seen;
  const allowed = permit(person, 'analyse', whereIn(world, seen.value));
  if (allowed.ok) return seen;
  return allowed.problems[0]?.code === 'not-in-this-state' ? allowed : refused(unknownEdition(id));
}
