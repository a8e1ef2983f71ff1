/**
 * The figures on top of a profile: index and pillars, each with its rank and a strip of all countries.
 * Must never: show a figure without saying whether it is published.
 */
import { axisOf } from './axis.js';
import type { StripChart } from './chart.js';
import type { KeyFigure, KeyFigures } from './document.js';
import { figureOf } from './figure.js';
import { chartMean } from './mean-words.js';
import { nameOf, type Place } from './places.js';
import { strengthNote } from './rank-strength-cells.js';
import { rankPhrase } from './rank-words.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';

export function keyFigures(scores: Scores, country: string): KeyFigures {
  const items = [scores.index, ...scores.pillars].map((place) => keyFigure(scores, place, country));
  return { kind: 'key-figures', items };
}

function keyFigure(scores: Scores, place: Place, country: string): KeyFigure {
  const { links } = scores.material;
  const figure = figureOf(scores, place, country);
  const rank = rankPhrase(scores, place, country);
  const notes = [figure.also ?? figure.why, strengthNote(scores, place, country)].filter((one) => one !== undefined);
  return {
    label: nameOf(place),
    value: figure.text,
    ...(figure.provenance === undefined ? {} : { provenance: figure.provenance }),
    ...(rank === undefined ? {} : { rank }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    hue: place.hue,
    ...(links === undefined || figure.text === '' ? {} : { href: links.explain(country, place.id) }),
    strip: stripOf(scores, place, country),
  };
}

function stripOf(scores: Scores, place: Place, country: string): StripChart {
  const { words, nameOf: nameOfCountry } = scores.material;
  const { score } = scores.at(place, country);
  const mean = chartMean(scores, place);
  const text = figureOf(scores, place, country).text;
  const details = {
    node: nameOf(place),
    country: nameOfCountry(country),
    score: text,
    count: scores.ranked(place).length,
  };
  return {
    kind: 'strip',
    id: `strip-${place.id}`,
    title: nameOf(place),
    subtitle: scaleWords(scores.material),
    description: words.say(score === null ? 'report.strip.without' : 'report.strip.description', details),
    axis: axisOf(scores, [place]),
    values: scores.ranked(place).flatMap((other) => scores.at(place, other).score ?? []),
    marked: score,
    ...(mean === undefined ? {} : { mean }),
    hue: place.hue,
  };
}
