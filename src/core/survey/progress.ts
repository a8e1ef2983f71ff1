/**
 * How far a country has come: the one definition of progress for all pages. It counts questions (a matrix is one, a
 * follow-up is one of its own) of which something is asked; one is answered when nothing asked in it is open.
 * Must never: count what is not asked, or round.
 */
import type { Outline } from './outline.js';
import type { Standing } from './standing.js';

export interface Progress extends Count {
  /** In the order of asking; a section in which nothing is asked has 0 of 0. */
  readonly sections: readonly SectionProgress[];
  /** Key of the first data point that is asked and open. */
  readonly nextUnanswered?: string;
}

interface Count {
  readonly answered: number;
  readonly asked: number;
}

interface SectionProgress extends Count {
  readonly id: string;
}

export function progressOf(outline: Outline, standing: Standing): Progress {
  const counts = new Map(outline.questionnaire.sections.map(({ id }) => [id, { id, answered: 0, asked: 0 }]));
  for (const outlined of outline.questions.values()) {
    const count = counts.get(outlined.section.id);
    if (count === undefined || !standing.isQuestionAsked(outlined.question.id)) continue;
    count.asked += 1;
    if (!outlined.points.some((point) => isOpen(standing, point.key))) count.answered += 1;
  }
  const sections = [...counts.values()];
  const next = outline.points.find((point) => isOpen(standing, point.key));
  return {
    answered: sum(sections.map((section) => section.answered)),
    asked: sum(sections.map((section) => section.asked)),
    sections,
    ...(next === undefined ? {} : { nextUnanswered: next.key }),
  };
}

/** Asked, and neither answered nor stated why not. */
export function isOpen(standing: Standing, key: string): boolean {
  const reading = standing.readings.get(key);
  return standing.isAsked(key) && reading !== undefined && 'missing' in reading && reading.missing === 'not-answered';
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
