/**
 * What the country scored in other editions of the series, and whether the scores may be set side by side.
 * Must never: draw or word a trend across methods.
 */
import type { Block } from './document.js';
import type { Scores } from './scores.js';

export function earlierEditions({ material }: Scores, country: string): readonly Block[] {
  const { words, edition, nameOf } = material;
  const others = edition.others.flatMap((other) => {
    const score = other.score(country);
    return score === undefined ? [] : [{ ...other, shown: score }];
  });
  if (others.length === 0) return [];
  const items = others.map((other) =>
    words.say(other.comparable ? 'report.editions.country-alike' : 'report.editions.country-apart', {
      country: nameOf(country),
      title: other.title,
      year: String(other.year),
      score: other.shown,
    }),
  );
  const apart = others.some((other) => !other.comparable);
  return [
    { kind: 'heading', level: 2, id: 'editions', text: words.say('report.editions.heading') },
    { kind: 'list', items },
    ...(apart ? [{ kind: 'note', tone: 'info', text: edition.breaks } as const] : []),
  ];
}
