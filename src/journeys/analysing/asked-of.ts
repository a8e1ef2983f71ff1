/**
 * What is asked of a robustness run of an edition: the plan of its definition, with what somebody wants otherwise laid over it.
 * Must never: vary what the plan does not name and nobody asked for; take doubt for answers that do not count.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import {
  type AnalysisAsked,
  OWN_ANALYSIS,
  type RobustnessAsked,
  type RunSettings,
  type StatedReplications,
} from '../../core/robustness/edition/asked.js';
import { problemsOfAsked } from '../../core/robustness/edition/check-asked.js';
import { type DoubtFound, doubtOfFindings } from '../../core/robustness/edition/doubt-of-findings.js';
import type { DoubtfulAnswer, Input } from '../../core/robustness/scenarios/input.js';
import { answerAt, isSameAnswer } from '../../core/survey/answer-at.js';
import type { PlannedAnalysis } from '../../library/library.js';
import { inputsOf } from '../../library/robustness-plan.js';
import type { ComputedEdition } from '../computed-edition.js';
import type { World } from '../world.js';

/** In place of what the plan says; all may be left out. */
export interface AnalysisOptions extends Partial<RunSettings> {
  /** As behind --vary: one analysis of these in the place of those of the plan. */
  readonly vary?: readonly string[];
  /** Answers in doubt, as a table states them: they vary as well, and in the place of those that are in doubt by findings. */
  readonly doubt?: readonly DoubtfulAnswer[];
  /** What a run that did not come to an end was asked: nothing else counts beside it. */
  readonly again?: RobustnessAsked;
  /** Replications that somebody states in place of draws: one analysis of these, and no sensitivity. */
  readonly stated?: { readonly inputs: readonly Input[]; readonly replications: StatedReplications };
}

/**
 * Problems: `cannot-vary` { sentence } for each word that cannot be read or does not fit the method · `nothing-varies` where no
 * analysis has anything to vary · those of `problemsOfAsked`.
 */
export async function askedOf(
  world: World,
  computed: ComputedEdition,
  options: AnalysisOptions = {},
): Promise<Outcome<RobustnessAsked>> {
  const asked = options.again === undefined ? await laidOver(world, computed, options) : done(options.again);
  if (!asked.ok) return asked;
  const { plan, input } = computed.computation;
  const problems = problemsOfAsked(asked.value, plan, input.countries.length);
  return problems.length === 0 ? asked : refused(...problems);
}

async function laidOver(
  world: World,
  computed: ComputedEdition,
  options: AnalysisOptions,
): Promise<Outcome<RobustnessAsked>> {
  const { vary: _vary, doubt: _doubt, again: _again, stated, ...given } = options;
  const { runs, baseSamples, design, seed, onProblem } = computed.edition.definition.robustness;
  const asked = { runs, baseSamples, design, seed, onProblem, ...given };
  if (stated !== undefined) {
    const { inputs, replications } = stated;
    const analyses = [{ id: OWN_ANALYSIS, inputs, stated: replications }];
    return done({ ...asked, runs: replications.replications.length, baseSamples: 0, analyses });
  }
  const analyses = await analysesOf(world, computed, options);
  if (!analyses.ok) return analyses;
  if (analyses.value.length === 0)
    return refused({ code: 'nothing-varies', details: { edition: computed.edition.title } });
  return done({ ...asked, analyses: analyses.value });
}

async function analysesOf(
  world: World,
  computed: ComputedEdition,
  options: AnalysisOptions,
): Promise<Outcome<readonly AnalysisAsked[]>> {
  const { framework, method } = computed.edition.definition;
  const problems: Problem[] = [];
  const planned = plannedOf(computed, options).map(({ id, vary }) => {
    const read = inputsOf(vary, { framework, method });
    if ('inputs' in read) return { id, ...read };
    problems.push(...read.sentences.map((sentence) => ({ code: 'cannot-vary', details: { sentence }, field: 'vary' })));
    return { id, inputs: [], withDoubt: false };
  });
  if (problems.length > 0) return refused(...problems);
  const isDoubted = options.doubt !== undefined || planned.some(({ withDoubt }) => withDoubt);
  const doubt = isDoubted ? await doubtIn(world, computed, options.doubt) : NO_DOUBT;
  return done(
    planned
      .map(({ id, inputs, withDoubt }): AnalysisAsked => {
        if (!withDoubt && options.doubt === undefined) return { id, inputs };
        const drawn: readonly Input[] = doubt.answers.length > 0 ? [{ kind: 'doubt', answers: doubt.answers }] : [];
        return { id, inputs: [...inputs, ...drawn], ...(doubt.left > 0 ? { undrawn: doubt.left } : {}) };
      })
      .filter(({ inputs }) => inputs.length > 0),
  );
}

/** Those of the plan that are made of this edition, in its order. */
function plannedOf({ edition }: ComputedEdition, { vary, doubt }: AnalysisOptions): readonly PlannedAnalysis[] {
  if (vary !== undefined || doubt !== undefined) return [{ id: OWN_ANALYSIS, vary: vary ?? [] }];
  const { analyses } = edition.definition.robustness;
  return edition.analyses.flatMap((id) => analyses.filter((one) => one.id === id));
}

const NO_DOUBT: DoubtFound = { answers: [], left: 0 };

/** As a table states it, or by what countries and the secretariat have said of the answers that count. */
async function doubtIn(
  world: World,
  { edition, computation: { input } }: ComputedEdition,
  stated: readonly DoubtfulAnswer[] | undefined,
): Promise<DoubtFound> {
  if (stated !== undefined) return { answers: stated, left: 0 };
  const { outline } = input;
  if (outline === undefined) return NO_DOUBT;
  const submissions = (await world.store.submissions(edition.id)).filter(
    ({ country }) => input.answers.has(country) && !input.withheld?.includes(country),
  );
  const { answers, left } = doubtOfFindings({ outline, submissions }, edition.definition.robustness.doubt);
  // What was said of an answer after a publication says nothing of the one that was published.
  const counting = answers.filter(({ country, key, alternatives }) => {
    const counted = input.answers.get(country);
    return counted !== undefined && isSameAnswer(answerAt(counted, key), alternatives[0]?.answer ?? undefined);
  });
  return { answers: counting, left };
}
