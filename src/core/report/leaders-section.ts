/**
 * Who leads where: each country with the main nodes on which it is alone in front.
 * Must never: count a shared lead as anybody's.
 */
import { leaderAt } from './comparison-findings.js';
import type { Block, Rich } from './document.js';
import { inSentence } from './places.js';
import { richSentence } from './rich-sentence.js';
import type { Scores } from './scores.js';
import { isSureLead } from './sure-lead.js';

export function leadersSection(scores: Scores, countries: readonly string[]): readonly Block[] {
  const { words, nameOf, framework } = scores.material;
  const levels = framework.levels[scores.main[0]?.depth ?? 0]?.plural ?? '';
  // Who has no score at all is neither ahead nor behind.
  const scored = countries.filter((country) => scores.main.some((place) => scores.at(place, country).score !== null));
  const items = scored.map((country): Rich => {
    const on = scores.main.filter((place) => leaderAt(scores, place, countries) === country);
    const sure = on.every((place) => isSureLead(scores, place, { leader: country, countries })) ? 'yes' : 'no';
    const details = {
      sure,
      count: on.length,
      total: scores.main.length,
      levels,
      nodes: words.list(on.map(inSentence)),
    };
    return richSentence(words, 'report.leaders.item', { ...details, country: { text: nameOf(country), strong: true } });
  });
  if (items.length < 2) return [];
  return [
    { kind: 'heading', level: 2, id: 'leaders', text: words.say('report.leaders.heading') },
    { kind: 'list', items },
  ];
}
