/**
 * What has to be said beside the figures: who has no score and why, and why other editions are not drawn as one trend.
 * Must never: join scores of different methods.
 */
import type { Block, Rich } from './document.js';
import type { Material } from './material.js';
import { richSentence } from './rich-sentence.js';
import type { Scores } from './scores.js';
import { whyNoScore } from './why-no-score.js';

/** Those of the countries that have no score, by name, each with its reason. */
export function absentCountries(scores: Scores, countries: readonly string[]): readonly Block[] {
  const { words, nameOf, links } = scores.material;
  const absent = countries.filter((country) => scores.at(scores.index, country).score === null);
  if (absent.length === 0) return [];
  const item = (country: string): Rich => {
    const run = {
      text: nameOf(country),
      strong: true,
      ...(links === undefined ? {} : { href: links.country(country) }),
    };
    return richSentence(words, 'report.absent.item', { why: whyNoScore(scores, scores.index, country), country: run });
  };
  return [
    { kind: 'heading', level: 2, id: 'absent', text: words.say('report.absent.title', { count: absent.length }) },
    { kind: 'list', items: absent.map(item) },
  ];
}

/** The other editions of the series, and why they stand apart. */
export function otherEditions({ edition, words }: Material): readonly Block[] {
  if (edition.others.length === 0) return [];
  const apart = edition.others.filter((other) => !other.comparable);
  const alike = edition.others.filter((other) => other.comparable);
  const list = (others: typeof apart): string => words.list(others.map((other) => other.title));
  return [
    { kind: 'heading', level: 2, id: 'other-editions', text: words.say('report.editions.heading') },
    ...(apart.length === 0
      ? []
      : [
          note(words.say('report.editions.apart', { editions: list(apart), count: apart.length, why: edition.breaks })),
        ]),
    ...(alike.length === 0
      ? []
      : [note(words.say('report.editions.alike', { editions: list(alike), count: alike.length }))]),
  ];
}

const note = (text: string): Block => ({ kind: 'note', tone: 'info', text });
