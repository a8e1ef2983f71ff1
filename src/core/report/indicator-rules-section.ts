/**
 * How each answer becomes a score: indicator by indicator, with the question it comes from.
 * Must never: show where the questions are not ours to give.
 */
import { questionOf } from './asked.js';
import type { Block, TableRow } from './document.js';
import type { Place } from './places.js';
import { ruleWords } from './rule-words.js';
import type { Scores } from './scores.js';

export function indicatorRulesSection(scores: Scores): readonly Block[] {
  const { words } = scores.material;
  const indicators = scores.places.filter((place) => place.node.indicator !== undefined);
  const heading = { kind: 'heading', level: 2, id: 'rules', text: words.say('report.rules.heading') } as const;
  if (indicators.length === 0) return [heading, { kind: 'paragraph', text: words.say('report.rules.none') }];
  return [
    heading,
    {
      kind: 'table',
      table: {
        id: 'rules-table',
        caption: words.say('report.rules.caption', { count: indicators.length }),
        columns: [
          { title: words.say('report.column.indicator'), numeric: false },
          { title: words.say('report.column.id'), numeric: false, minor: true },
          { title: words.say('report.column.question'), numeric: false },
          { title: words.say('report.column.rule'), numeric: false },
        ],
        rows: indicators.map((place) => ruleRow(scores, place)),
      },
    },
  ];
}

function ruleRow(scores: Scores, place: Place): TableRow {
  const { words } = scores.material;
  const asked = questionOf(scores.material, place);
  const { indicator } = place.node;
  const part = asked?.part;
  const question =
    asked === undefined
      ? '–'
      : words.say('report.rules.question', {
          number: asked.number,
          text: asked.text,
          part: part ?? '',
          hasPart: part === undefined ? 'no' : 'yes',
        });
  return {
    cells: [
      { text: place.node.name },
      { text: place.id },
      { text: question },
      { text: indicator === undefined ? '–' : ruleWords(words, indicator.rule, asked?.points[0]?.spec) },
    ],
  };
}
