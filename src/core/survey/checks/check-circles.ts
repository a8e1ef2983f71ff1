/**
 * Conditions that hang on themselves: a question asked when its own follow-up is answered, two questions that wait for each
 * other. Every questionnaire with a circle gets a fault at a condition of it.
 * Must never: look at a step more than once (circles that share a step are named one at a time).
 */
import type { Condition } from '../condition.js';
import type { Outline } from '../outline.js';
import type { PlacedCondition } from './placed-question.js';
import { error, type Path, type QuestionnaireFault } from './questionnaire-fault.js';

export function checkCircles(outline: Outline, conditions: readonly PlacedCondition[]): readonly QuestionnaireFault[] {
  const pathOf = new Map<Condition, Path>(conditions.map(({ condition, path }) => [condition, path]));
  const { steps } = outline.asking;
  return circlesIn(outline).flatMap((circle) => {
    const whens = circle.flatMap((place) => steps[place]?.when ?? []);
    const path = whens.map((when) => pathOf.get(when)).find((found) => found !== undefined);
    return path === undefined ? [] : [error(path, `the conditions go round in a circle: ${wayRound(outline, circle)}`)];
  });
}

/** `q3 → q3a → q3`: steps of one data point or question are one station. */
function wayRound({ asking }: Outline, circle: readonly number[]): string {
  const names = circle.map((place) => asking.steps[place]?.point?.key ?? asking.steps[place]?.question ?? '');
  const stations = names.filter((name, at) => name !== names[at - 1]);
  const [first = ''] = stations;
  return [...stations, ...(stations.length > 1 && stations.at(-1) === first ? [] : [first])].join(' → ');
}

/** Walks back from each step of a circle until a step comes again. */
function circlesIn(outline: Outline): readonly (readonly number[])[] {
  const inside = insideCircles(outline);
  const seen = new Set<number>();
  const circles: (readonly number[])[] = [];
  for (const start of inside) {
    const walk: number[] = [];
    let place: number | undefined = start;
    while (place !== undefined && !seen.has(place)) {
      seen.add(place);
      walk.push(place);
      place = outline.asking.looksAt[place]?.find((other) => inside.has(other));
    }
    const from = place === undefined ? -1 : walk.indexOf(place);
    if (from >= 0) circles.push(walk.slice(from));
  }
  return circles;
}

/** The steps that hang on a circle, without those that no circle hangs on. */
function insideCircles({ asking }: Outline): ReadonlySet<number> {
  const inside = new Set(asking.circular);
  const leadsOn = new Map([...inside].map((place) => [place, countInside(asking.leadsTo[place], inside)]));
  const ends = [...inside].filter((place) => leadsOn.get(place) === 0);
  for (const end of ends) {
    inside.delete(end);
    for (const before of asking.looksAt[end] ?? []) {
      const left = (leadsOn.get(before) ?? 0) - 1;
      leadsOn.set(before, left);
      if (left === 0 && inside.has(before)) ends.push(before);
    }
  }
  return inside;
}

const countInside = (places: readonly number[] | undefined, inside: ReadonlySet<number>): number =>
  places?.filter((place) => inside.has(place)).length ?? 0;
