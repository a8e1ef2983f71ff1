/**
 * A method with other rules chosen: what a choice changes, it changes at every node, and all else stays.
 * Must never: touch a node whose children are not combined, or bring a combined node to another scale.
 */
import type { Framework, Node } from '../../scoring/framework.js';
import type { Aggregation, Method, NodeRule, Treatment } from '../../scoring/method.js';
import type { ChoiceInput } from './input.js';

/**
 * The method with one alternative of a choice: its rule for the whole method, and no rule of the same kind at any single node, so
 * that all of the index follows it. Rules of another kind, weights above all, stay.
 *
 * Shape: `picked` is the place of the alternative, counted from 0. A scale changes at indicators alone, an aggregation wherever
 * children are combined, a treatment of what is missing for every gap, and neither for what is not asked nor for who is withheld.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7, inclusion of alternatives.
 * Example: `aggregate` with geometric picked combines every node by the geometric mean, also one that had a median of its own.
 * Refuses: nothing; whether the rule can be applied is seen when it is run.
 */
export function methodUnder(method: Method, framework: Framework, input: ChoiceInput, picked: number): Method {
  switch (input.kind) {
    case 'normalise': {
      const rule = input.alternatives[picked]?.rule;
      if (rule === undefined) return method;
      const leaves = new Set(leavesOf(framework.index).map(({ id }) => id));
      return { ...method, normalisation: rule, nodes: without(method.nodes, 'scale', (id) => leaves.has(id)) };
    }
    case 'aggregate': {
      const rule = input.alternatives[picked]?.rule;
      if (rule === undefined) return method;
      return aggregatedBy(method, rule);
    }
    case 'impute': {
      const rule = input.alternatives[picked]?.rule;
      if (rule === undefined) return method;
      return { ...method, imputation: rule, nodes: without(method.nodes, 'imputation', () => true) };
    }
    case 'treat': {
      const rule = input.alternatives[picked]?.rule;
      if (rule === undefined) return method;
      return { ...method, outliers: rule, nodes: without(method.nodes, 'outliers', () => true) };
    }
    case 'missing': {
      const rule = input.alternatives[picked]?.rule;
      if (rule === undefined) return method;
      return treatedBy(method, rule);
    }
  }
}

/**
 * What nobody answered is an assumption; that a question was not asked follows from an answer, and a country that is withheld is
 * not in the round: both stay as the method has them.
 */
const GAPS = ['not-answered', 'not-applicable', 'not-known'] as const;

function treatedBy(method: Method, rule: Treatment): Method {
  const gaps = Object.fromEntries(GAPS.map((reason) => [reason, rule]));
  const nodes = Object.entries(method.nodes).map(([id, { missing, ...own }]) => [
    id,
    missing === undefined ? own : { ...own, missing: withoutGaps(missing) },
  ]);
  return { ...method, missing: { ...method.missing, ...gaps }, nodes: Object.fromEntries(nodes) };
}

function withoutGaps(missing: NonNullable<NodeRule['missing']>): NonNullable<NodeRule['missing']> {
  const { 'not-answered': _a, 'not-applicable': _b, 'not-known': _c, ...rest } = missing;
  return rest;
}

/** Where the method combines no children but those of some nodes, these alone change. */
function aggregatedBy(method: Method, rule: Aggregation): Method {
  const isCombined = (id: string): boolean => (method.nodes[id]?.aggregation ?? method.aggregation) !== 'none';
  if (method.aggregation !== 'none') {
    return { ...method, aggregation: rule, nodes: without(method.nodes, 'aggregation', isCombined) };
  }
  const changed = Object.entries(method.nodes).map(([id, own]) => [
    id,
    isCombined(id) ? { ...own, aggregation: rule } : own,
  ]);
  return { ...method, nodes: Object.fromEntries(changed) };
}

function leavesOf(node: Node): readonly Node[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function without(nodes: Method['nodes'], key: keyof NodeRule, concerns: (id: string) => boolean): Method['nodes'] {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, rule]) => {
      if (!concerns(id)) return [id, rule];
      const { [key]: _gone, ...rest } = rule;
      return [id, rest];
    }),
  );
}
