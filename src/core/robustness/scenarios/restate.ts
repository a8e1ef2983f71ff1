/**
 * What a round comes to where some of its answers are others: who is asked what, the indicators that read them, and what indicators
 * are divided by.
 * Must never: touch an answer that is as it was stated; score an indicator otherwise than the engine does.
 */
import { denominatorsOf } from '../../scoring/companions-of.js';
import { leafColumn, type Readings } from '../../scoring/leaf-columns.js';
import type { Plan } from '../../scoring/prepare.js';
import { answerAt, isSameAnswer } from '../../survey/answer-at.js';
import type { Answer } from '../../survey/answers.js';
import type { Reading } from '../../survey/condition.js';
import type { Outline } from '../../survey/outline.js';
import { restand, type Standing } from '../../survey/standing.js';
import type { Answered, Ground } from './ground.js';
import type { DoubtInput } from './input.js';

type Restated = Pick<Ground, 'columns' | 'companions'>;

/** By answer in doubt, the place of its alternative; undefined where nothing that is read changes. */
export type Restate = (picked: readonly number[]) => Restated | undefined;

/**
 * Shape: a round and answers in doubt that were checked → a function from one alternative for each to the columns of the round with
 * these answers. Conditions apply: what hangs on a filter is asked, or not, as the filter is drawn. An indicator is scored anew for
 * all countries where any of its answers changed, as some rules compare them.
 *
 * Citation: none; no statistics of its own.
 * Example: a filter drawn as no makes its follow-ups not asked, and they score what the method says of that.
 * Refuses: nothing; answers of countries that are withheld change nothing.
 */
export function restating(ground: Ground, plan: Plan, { answers }: DoubtInput): Restate {
  const { answered } = ground;
  if (answered === undefined) return () => undefined;
  const rows = ground.countries.flatMap((country, row) => {
    const own = answers.flatMap((one, at) => (one.country === country ? [doubtfulAt(at, one, { answered, row })] : []));
    return own.length === 0 || answered.stated.isWithheld[row] === true ? [] : [redrawing(own, { answered, row })];
  });
  return (picked) => {
    const questions = new Set<string>();
    const readings: Readings[number][] = [...answered.stated.readings];
    for (const { row, redraw } of rows) readings[row] = redraw(picked, questions) ?? readings[row] ?? new Map();
    return questions.size === 0 ? undefined : rescored(ground, plan, { answered, readings, questions });
  };
}

interface Doubtful {
  /** Place among the answers in doubt. */
  readonly at: number;
  readonly key: string;
  readonly question: string;
  /** Undefined: no answer. */
  readonly alternatives: readonly (Answer | undefined)[];
  /** Whether an alternative is what was stated. */
  readonly isStated: readonly boolean[];
  /** Data points that can read otherwise where this one does, itself first. */
  readonly reach: readonly string[];
}

interface Of {
  readonly answered: Answered;
  readonly row: number;
}

function doubtfulAt(at: number, { key, alternatives }: DoubtInput['answers'][number], { answered, row }: Of): Doubtful {
  const stated = answerAt(answered.answers[row] ?? {}, key);
  const others = alternatives.map(({ answer }) => answer ?? undefined);
  return {
    at,
    key,
    question: questionOf(answered.outline, key),
    alternatives: others,
    isStated: others.map((other) => isSameAnswer(other, stated)),
    reach: reachOf(answered.outline, key),
  };
}

function reachOf({ asking: { steps, leadsTo, placeOf } }: Outline, key: string): readonly string[] {
  const places = new Set([placeOf.get(key) ?? -1]);
  // Grows while it is walked.
  for (const place of places) for (const next of leadsTo[place] ?? []) places.add(next);
  return [...places].flatMap((place) => steps[place]?.point?.key ?? []);
}

const questionOf = (outline: Outline, key: string): string => outline.point.get(key)?.question.id ?? '';

interface Redrawing {
  readonly row: number;
  /** Adds the questions whose readings change; undefined where none does. */
  readonly redraw: (picked: readonly number[], questions: Set<string>) => Readings[number] | undefined;
}

/** Combinations of filters that are kept for a country. */
const MOST_KEPT = 256;

/** Where nothing hangs on an answer, it changes its own reading alone; only filters are worked out through the conditions. */
function redrawing(doubtful: readonly Doubtful[], { answered, row }: Of): Redrawing {
  const filters = doubtful.filter(({ reach }) => reach.length > 1);
  const others = doubtful.filter(({ reach }) => reach.length <= 1);
  const kept = new Map<string, Filtered>();
  const filteredBy = (picked: readonly number[]): Filtered => {
    const combination = filters
      .map(({ at, isStated }) => (isStated[picked[at] ?? -1] === false ? picked[at] : ''))
      .join();
    const known = kept.get(combination);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const filtered = filter(
      filters.filter(({ at, isStated }) => isStated[picked[at] ?? -1] === false),
      picked,
      { answered, row },
    );
    kept.set(combination, filtered);
    return filtered;
  };
  const stated = answered.standings[row];
  return {
    row,
    redraw: (picked, questions) => {
      const { isAsked, changed } = filteredBy(picked);
      const drawn = new Map(changed);
      for (const key of changed.keys()) questions.add(questionOf(answered.outline, key));
      for (const { at, key, question, alternatives, isStated } of others) {
        const place = picked[at] ?? -1;
        if (isStated[place] !== false || !isAsked(key)) continue;
        drawn.set(key, alternatives[place] ?? NO_ANSWER);
        questions.add(question);
      }
      return drawn.size === 0 ? undefined : { get: (key) => drawn.get(key) ?? stated?.readings.get(key) };
    },
  };
}

interface Filtered extends Pick<Standing, 'isAsked'> {
  /** Readings that are others than under what was stated. */
  readonly changed: ReadonlyMap<string, Reading>;
}

const NO_ANSWER: Answer = { missing: 'not-answered' };

function filter(drawn: readonly Doubtful[], picked: readonly number[], { answered, row }: Of): Filtered {
  const before = answered.standings[row];
  if (before === undefined) throw new RangeError(`nobody stands at row ${row}`);
  if (drawn.length === 0) return { isAsked: before.isAsked, changed: new Map() };
  const answers: Record<string, Answer> = { ...answered.answers[row] };
  for (const { at, key, alternatives } of drawn) answers[key] = alternatives[picked[at] ?? -1] ?? NO_ANSWER;
  const after = restand(
    answered.outline,
    before,
    answers,
    drawn.map(({ key }) => key),
  );
  const changed = new Map<string, Reading>();
  for (const { reach } of drawn) {
    for (const key of reach) {
      const reading = after.readings.get(key);
      if (reading !== undefined && reading !== before.readings.get(key)) changed.set(key, reading);
    }
  }
  return { isAsked: after.isAsked, changed };
}

interface Change {
  readonly answered: Answered;
  readonly readings: Readings;
  /** Whose readings changed somewhere. */
  readonly questions: ReadonlySet<string>;
}

function rescored(ground: Ground, plan: Plan, { answered, readings, questions }: Change): Restated {
  const { columns, companions } = ground;
  const stated = { ...answered.stated, readings };
  const leaves = plan.nodes.map((leaf) =>
    questions.has(leaf.node.indicator?.question ?? '') ? leafColumn(leaf, plan, stated) : columns.leaves[leaf.place],
  );
  const isDivisor = [...companions.denominators.keys()].some((key) => questions.has(questionOf(answered.outline, key)));
  return {
    columns: { ...columns, leaves },
    companions: isDivisor ? { ...companions, denominators: denominatorsOf(plan, readings) } : companions,
  };
}
