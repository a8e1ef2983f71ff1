/**
 * How large a definition is: what the command line prints, and what its author checks first.
 * Must never: count a follow-up (57a) as a question of its own.
 */
import type { Framework, Node } from '../core/scoring/framework.js';
import { countedNumber, countQuestionnaire } from '../core/survey/count-questionnaire.js';
import { outlineOf } from '../core/survey/outline.js';
import type { Questionnaire } from '../core/survey/questionnaire.js';

export interface Counts {
  /** Numbers: 57 and its follow-up 57a are one. */
  readonly questions: number;
  /** Those with at least one scored part. */
  readonly scoredQuestions: number;
  readonly dataPoints: number;
  /** Leaves that score an answer. */
  readonly indicators: number;
  readonly parameters: number;
  readonly subPillars: number;
  readonly pillars: number;
}

export interface LevelCount {
  readonly name: string;
  readonly nodes: number;
}

/** What could be read of a definition; whatever is absent counts nothing. */
export interface Counted {
  readonly questionnaire?: Questionnaire;
  readonly framework?: Framework;
}

export function countDefinition({ questionnaire, framework }: Counted): Counts {
  const scored = framework ? nodesOf(framework.index).flatMap((node) => node.indicator?.question ?? []) : [];
  const levels = countLevels(framework);
  const at = (name: string) => levels.find((level) => level.name === name)?.nodes ?? 0;
  return {
    ...(questionnaire ? countQuestionnaire(questionnaire) : { questions: 0, dataPoints: 0 }),
    scoredQuestions: questionnaire ? numbersOf(questionnaire, scored).size : 0,
    indicators: scored.length,
    parameters: at('parameter'),
    subPillars: at('sub-pillar'),
    pillars: at('pillar'),
  };
}

/** Nodes at each depth, under the name the framework gives it. */
export function countLevels(framework: Framework | undefined): readonly LevelCount[] {
  if (framework === undefined) return [];
  let nodes: readonly Node[] = [framework.index];
  return framework.levels.map(({ name }) => {
    const level = { name, nodes: nodes.length };
    nodes = nodes.flatMap((node) => node.children);
    return level;
  });
}

/** A node before its children, in reading order. */
export function nodesOf(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

function numbersOf(questionnaire: Questionnaire, ids: readonly string[]): ReadonlySet<string> {
  const outline = outlineOf(questionnaire);
  return new Set(ids.flatMap((id) => countedNumber(outline, id) ?? []));
}
