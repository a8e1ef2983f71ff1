/**
 * Checks roll-ups by tag: every tag that is gathered is borne, every tag that is borne is gathered.
 * Must never: demand a roll-up; a framework may have none.
 */
import type { Framework } from '../framework.js';
import { frameworkError, frameworkWarning, type MeasureFault } from './measure-fault.js';
import type { PlacedNode } from './placed-node.js';

export function checkRollUps({ rollUps }: Framework, nodes: readonly PlacedNode[]): readonly MeasureFault[] {
  const borne = new Set(nodes.flatMap(({ node }) => node.indicator?.tags ?? []));
  const groups = rollUps.flatMap((rollUp, at) =>
    rollUp.nodes.map((group, i) => ({ group, path: ['roll-ups', at, 'nodes', i] })),
  );
  return [
    ...checkIds(rollUps.map(({ id }, at) => ({ id, path: ['roll-ups', at, 'id'] }))),
    ...rollUps.flatMap((rollUp, at) =>
      checkIds(rollUp.nodes.map(({ id }, i) => ({ id, path: ['roll-ups', at, 'nodes', i, 'id'] }))),
    ),
    ...groups.flatMap(({ group, path }) => checkGroup(group, borne, path)),
    ...checkTags(nodes, new Set(groups.flatMap(({ group }) => group.tags))),
  ];
}

function checkIds(
  named: readonly { readonly id: string; readonly path: MeasureFault['path'] }[],
): readonly MeasureFault[] {
  return named
    .filter(({ id }, at) => named.findIndex((other) => other.id === id) < at)
    .map(({ id, path }) => frameworkError(path, `the id "${id}" is used twice`));
}

function checkGroup(
  group: Framework['rollUps'][number]['nodes'][number],
  borne: ReadonlySet<string>,
  path: MeasureFault['path'],
): readonly MeasureFault[] {
  if (!group.tags.some((tag) => borne.has(tag))) {
    return [frameworkError(path, `no indicator bears a tag of "${group.id}" (${group.tags.join(', ')})`)];
  }
  return group.tags.flatMap((tag, at) =>
    borne.has(tag) ? [] : [frameworkWarning([...path, 'tags', at], `no indicator bears the tag "${tag}"`)],
  );
}

/** One warning for a tag, where it first stands. */
function checkTags(nodes: readonly PlacedNode[], gathered: ReadonlySet<string>): readonly MeasureFault[] {
  const said = new Set(gathered);
  return nodes.flatMap(({ node, path }) =>
    (node.indicator?.tags ?? []).flatMap((tag, at) => {
      if (said.has(tag)) return [];
      said.add(tag);
      return [frameworkWarning([...path, 'tags', at], `no roll-up gathers the tag "${tag}"`)];
    }),
  );
}
