/**
 * The page on which the ranks of an edition are put to the test, as it is printed: how the last run went, what is planned, the forms.
 * Must never: show a country, a score or a rank; these stand in the report.
 */
import type { Problem } from '../core/problem.js';
import { analysisName, variedWords } from '../core/report/robustness-inputs.js';
import { readScores } from '../core/report/scores.js';
import type { Person } from '../core/workflow/roles.js';
import type { SeenAnalysis } from '../journeys/analysing/analyse-results.js';
import { askedOf } from '../journeys/analysing/asked-of.js';
import { computedEdition } from '../journeys/computed-edition.js';
import { isProvisional } from '../journeys/publishing/see-results.js';
import { materialOf } from '../journeys/report-material.js';
import { addressOf } from './addresses.js';
import { deskFrame } from './desk-frame.js';
import { type FaultLink, faultLinks } from './fault-links.js';
import type { Frame } from './frame.js';
import { instantWords } from './instant-words.js';
import { sentenceOf } from './problem-page.js';
import type { TypedRun } from './robustness-form.js';
import type { Site } from './site.js';

/** View model of views/pages/robustness-run.ejs. */
interface RobustnessRunView {
  readonly frame: Frame;
  readonly heading: string;
  readonly edition: string;
  readonly action: string;
  readonly report: string;
  /** The share that is done in whole percent, while one runs. */
  readonly running: number | undefined;
  /** How the last one went, and why it came to nothing. */
  readonly state: string;
  readonly why: readonly string[];
  /** The result that is kept. */
  readonly last: string;
  /** What can be gone on with. */
  readonly unfinished: string;
  readonly planned: readonly { readonly name: string; readonly varied: string }[];
  /** Why nothing can be planned. */
  readonly unplanned: readonly string[];
  /** All that is wrong with what was sent. */
  readonly faults: readonly FaultLink[];
  readonly fields: readonly FieldView[];
  readonly onProblem: string;
  /** What is tested, where there are two things that could be; '' where there is one. */
  readonly of: 'shown' | 'candidate' | '';
  readonly doubt: { readonly value: string; readonly errors: readonly string[] };
}

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly errors: readonly string[];
}

interface Shown {
  readonly seen: SeenAnalysis;
  readonly person: Person;
  readonly typed: TypedRun | undefined;
  readonly problems: readonly Problem[];
}

export async function robustnessView(site: Site, { seen, person, typed, problems }: Shown): Promise<RobustnessRunView> {
  const { words } = site;
  const { edition, state, last, unfinished } = seen;
  const heading = words.say('page.analysis.heading');
  const running = state?.state === 'running' ? percent(state.share) : undefined;
  const { runs, baseSamples, seed, onProblem } = edition.definition.robustness;
  const at = (field: string): readonly string[] =>
    problems.filter((problem) => problem.field === field).map((problem) => sentenceOf(site, problem));
  const field = (name: 'runs' | 'samples' | 'seed', usual: number): FieldView => ({
    name,
    label: words.say(`page.analysis.${name}`),
    hint: words.say(`page.analysis.${name}-hint`),
    value: typed?.[name] ?? String(usual),
    errors: at(name),
  });
  return {
    frame: {
      ...deskFrame(site, edition, { title: heading, person, place: 'analysis' }),
      ...(running === undefined ? {} : { refresh: PAUSE }),
      modules: running === undefined ? [] : ['robustness-run.js'],
    },
    heading,
    edition: edition.title,
    action: addressOf.robustnessRun(edition.id),
    report: addressOf.robustness(edition.id),
    running,
    ...stateOf(site, state),
    last: lastWords(site, last),
    unfinished: unfinishedWords(site, unfinished),
    ...(await plannedOf(site, seen)),
    faults: faultLinks(words, problems),
    fields: [field('runs', runs), field('samples', baseSamples), field('seed', seed)],
    onProblem: typed?.onProblem === 'stop' || typed?.onProblem === 'count' ? typed.onProblem : onProblem,
    of: isProvisional(edition) ? (typed?.of ?? 'shown') : '',
    doubt: { value: typed?.doubt ?? '', errors: at('doubt') },
  };
}

/** Seconds after which a browser without scripts looks again. */
const PAUSE = 5;

const percent = (share: number): number => Math.floor(share * 100);

function stateOf(site: Site, state: SeenAnalysis['state']): Pick<RobustnessRunView, 'state' | 'why'> {
  const { words } = site;
  switch (state?.state) {
    case 'running':
      return { state: words.say('page.analysis.running', { percent: percent(state.share) }), why: [] };
    case 'cancelled':
      return { state: words.say('page.analysis.cancelled', { percent: percent(state.share) }), why: [] };
    case 'done':
      return { state: words.say('page.analysis.done', { number: state.number }), why: [] };
    case 'failed':
      return {
        state: words.say('page.analysis.failed'),
        // Several analyses may come to nothing for the same reason.
        why: [...new Set(state.problems.map((problem) => sentenceOf(site, problem)))],
      };
    default:
      return { state: '', why: [] };
  }
}

function lastWords({ words }: Site, last: SeenAnalysis['last']): string {
  if (last === undefined) return '';
  const details = {
    number: last.number,
    when: instantWords(words, last.at),
    current: last.isCurrent ? 'yes' : 'no',
  };
  return words.say('page.analysis.last', details);
}

function unfinishedWords({ words }: Site, unfinished: SeenAnalysis['unfinished']): string {
  if (unfinished === undefined) return '';
  const { asked, share } = unfinished;
  const details = { percent: percent(share), runs: words.number(asked.runs, 0), seed: String(asked.seed) };
  return words.say('page.analysis.unfinished', details);
}

/** What would vary if nothing else were asked for. */
async function plannedOf(
  site: Site,
  { edition }: SeenAnalysis,
): Promise<Pick<RobustnessRunView, 'planned' | 'unplanned'>> {
  const computed = await computedEdition(site.world, edition);
  const asked = await askedOf(site.world, computed);
  if (!asked.ok) return { planned: [], unplanned: asked.problems.map((problem) => sentenceOf(site, problem)) };
  const reading = { scores: readScores(await materialOf(site.world, computed)) };
  return {
    planned: asked.value.analyses.map((analysis) => ({
      name: analysisName(reading, analysis),
      varied: variedWords(reading, { inputs: analysis.inputs }),
    })),
    unplanned: [],
  };
}
