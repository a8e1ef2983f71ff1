/**
 * The averages of the edition's named, dated groups, beside those the source prints.
 * Must never: show a mean without saying of whom and of how many.
 */

import { byName } from './by-name.js';
import type { Block, Cell, TableRow } from './document.js';
import { meanFigure } from './figure.js';
import { groupName } from './mean-words.js';
import { extremeNames, extremes } from './overview-findings.js';
import { nameOf } from './places.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';

export function groupsSection(scores: Scores): readonly Block[] {
  const { material } = scores;
  const { words, edition } = material;
  if (edition.groups.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'groups', text: groupsTitle(scores) },
    {
      kind: 'table',
      table: {
        id: 'groups-table',
        caption: words.say('report.groups.caption', { edition: edition.title, scale: scaleWords(material) }),
        columns: [
          { title: words.say('report.column.group'), numeric: false },
          { title: words.say('report.column.members'), numeric: true },
          { title: nameOf(scores.index), numeric: true },
          ...scores.pillars.map((pillar) => ({ title: nameOf(pillar), numeric: true, hue: pillar.hue })),
        ],
        rows: edition.groups.map((group) => groupRow(scores, group.id)),
      },
    },
    memberList(scores),
  ];
}

/** Who belongs to which group, and since when it stands so. */
export function groupsOf(scores: Scores): readonly Block[] {
  const { words, edition } = scores.material;
  if (edition.groups.length === 0) return [];
  return [{ kind: 'heading', level: 2, id: 'groups', text: words.say('report.groups.plain') }, memberList(scores)];
}

function memberList({ material }: Scores): Block {
  const { words, edition } = material;
  const items = edition.groups.map((group) =>
    words.say('report.groups.members', {
      group: group.name,
      date: words.date(group.on),
      count: group.countries.length,
      countries: words.list(byName(words, group.countries.map(material.nameOf))),
    }),
  );
  return { kind: 'list', items };
}

function groupsTitle(scores: Scores): string {
  const { words } = scores.material;
  const [high, low] = extremes(scores, scores.pillars);
  if (high === undefined || low === undefined) return words.say('report.groups.plain');
  const pillars = { high: extremeNames(scores, high), low: extremeNames(scores, low) };
  return words.say('report.groups.title', { group: groupName(scores.material), ...pillars });
}

function groupRow(scores: Scores, id: string): TableRow {
  const { material } = scores;
  const facts = material.edition.groups.find((group) => group.id === id);
  const result = material.results.groups.find((group) => group.id === id);
  const rowOf = (node: string): number => material.results.nodes.findIndex((n) => n.id === node);
  const members = result?.members[rowOf(scores.index.id)] ?? 0;
  const cells = [scores.index, ...scores.pillars].map((place): Cell => {
    const row = rowOf(place.id);
    const value = result?.mean[row] ?? null;
    const mean = { value: value ?? 0, presented: result?.presented[row] ?? '', members: result?.members[row] ?? 0 };
    return meanFigure(material, place, { group: id, mean: value === null ? undefined : mean });
  });
  return {
    cells: [{ text: facts?.name ?? id }, { text: material.words.number(members, 0), value: members }, ...cells],
  };
}
