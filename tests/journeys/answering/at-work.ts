/** A country at work on a collected edition of the tiny survey: who does what, in one line each. */
import type { Outcome } from '../../../src/core/problem.js';
import type { Person } from '../../../src/core/workflow/roles.js';
import { type Answering, loadAnswering } from '../../../src/journeys/answering/load-answering.js';
import { savePage } from '../../../src/journeys/answering/save-page.js';
import type { World } from '../../../src/journeys/world.js';

export function got<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : (outcome.problems[0]?.code ?? ''));

export async function at(world: World, person: Person, edition: string, country: string): Promise<Answering> {
  return got(await loadAnswering(world, person, { edition, country }));
}

interface Typed {
  readonly answers?: Record<string, readonly string[]>;
  readonly comments?: Record<string, string>;
  readonly expecting?: number;
}

/** Saves what was typed on the section a data point of it stands in. */
export function save(world: World, person: Person, answering: Answering, typed: Typed) {
  const { answers = {}, comments = {}, expecting = answering.submission.revision } = typed;
  const [key] = Object.keys(answers);
  const question = answering.outline.point.get(key ?? '')?.question.id ?? Object.keys(comments)[0] ?? '';
  return savePage(
    world,
    { person, answering },
    {
      section: answering.outline.questions.get(question)?.section.id ?? '',
      answers: new Map(Object.entries(answers).map(([point, values]) => [point, { values }])),
      remarks: new Map(Object.entries(comments).map(([id, comment]) => [id, { comment }])),
      expecting,
    },
  );
}

/** Everything the tiny survey asks of a country with an open portal, and the evidence it demands, as answers to the store. */
export const WHOLE = {
  q1: { value: 'none' },
  'q2/i3': { value: 'yes' },
  'q2/i4': { value: 'no' },
  q3: { value: 'no' },
  q4: { value: ['no'] },
  q5: { value: 'most' },
  q6: { value: 'Nothing else.' },
} as const;
