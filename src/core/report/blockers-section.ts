/**
 * For a country without a score: what stands in the way, question by question, or why its answers do not count.
 * Must never: hint at the score the country would have.
 */
import { questionOf } from './asked.js';
import { type Blocker, blockersOf } from './blockers.js';
import type { Block, Rich } from './document.js';
import { nameOf } from './places.js';
import { richSentence } from './rich-sentence.js';
import type { Scores } from './scores.js';
import { reasonWords, whyNoScore } from './why-no-score.js';

export function blockersSection(scores: Scores, country: string): readonly Block[] {
  const { words, edition, nameOf: nameOfCountry } = scores.material;
  const name = { country: nameOfCountry(country) };
  const withheld = edition.withheld[country];
  const blockers = withheld === undefined ? blockersOf(scores, scores.index, country) : [];
  const heading: Block = { kind: 'heading', level: 2, id: 'blocks', text: words.say('report.blocks.heading', name) };
  if (withheld !== undefined) {
    return [
      heading,
      { kind: 'note', tone: 'caution', text: words.say('report.blocks.withheld', { ...name, why: withheld }) },
    ];
  }
  if (blockers.length === 0) {
    const why = whyNoScore(scores, scores.index, country);
    return [heading, { kind: 'note', tone: 'caution', text: words.say('report.blocks.other', { ...name, why }) }];
  }
  return [
    heading,
    { kind: 'paragraph', text: words.say('report.blocks.lead', { ...name, count: blockers.length }) },
    { kind: 'list', items: blockers.map((blocker) => blockerItem(scores, blocker)) },
  ];
}

function blockerItem(scores: Scores, { place, reason }: Blocker): Rich {
  const { words } = scores.material;
  const asked = questionOf(scores.material, place);
  const run = { node: { text: nameOf(place), strong: true, hue: place.hue } };
  const why = { reason: reasonWords(scores, reason), code: place.id };
  if (asked === undefined) return richSentence(words, 'report.blocks.node', { ...why, ...run });
  const details = {
    ...why,
    number: asked.number,
    text: asked.text,
    part: asked.part ?? '',
    hasPart: asked.part === undefined ? 'no' : 'yes',
  };
  return richSentence(words, 'report.blocks.question', { ...details, ...run });
}
