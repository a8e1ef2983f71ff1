/**
 * The invented answers of one invented country to a whole questionnaire, context questions included. What is not asked in
 * the end is left out, so that the submission holds what a person would have been shown.
 * Must never: be used for a country that exists; draw on anything but what it is given.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { Framework } from '../../core/scoring/framework.js';
import type { Answer, Answers } from '../../core/survey/answers.js';
import type { Outline } from '../../core/survey/outline.js';
import type { DataPoint } from '../../core/survey/questionnaire.js';
import { readAnswer } from '../../core/survey/read-answer.js';
import { standingOf } from '../../core/survey/standing.js';
import type { InventedText, Profile } from './demonstration.js';
import { inventCell } from './invent-cell.js';
import { type Leaning, leaningsOf } from './leanings.js';
import { noise } from './noise.js';

interface Invention {
  /** Another seed gives other answers. */
  readonly seed: string;
  readonly outline: Outline;
  readonly framework: Framework;
  readonly texts: readonly InventedText[];
  readonly nameOf: (country: string) => string;
}

/** Problems are peculiarities of the profile that the questionnaire does not accept; their field is the data point. */
export function inventAnswers(invention: Invention, profile: Profile): Outcome<Answers> {
  const leanings = leaningsOf(invention.framework);
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = unknownKeys(invention.outline, profile);
  for (const point of invention.outline.points) {
    const stated = profile.peculiarities.get(point.key);
    const answer = stated === undefined ? draw(invention, { profile, point, leanings }) : read(point, stated);
    if (!answer.ok) problems.push(...answer.problems.map((problem) => ({ ...problem, field: point.key })));
    else if (answer.value !== undefined) answers[point.key] = answer.value;
  }
  return problems.length === 0 ? done(onlyAsked(invention.outline, answers)) : refused(...problems);
}

interface Asked {
  readonly profile: Profile;
  readonly point: DataPoint;
  readonly leanings: ReadonlyMap<string, Leaning>;
}

/** How far a country may be better or worse at the subject of a sub-pillar than at its pillar. */
const SUB_PILLAR_SPREAD = 0.3;
/** Share of context answers for which a country states that it does not know, where it may. */
const NOT_KNOWN = 0.05;

function draw(invention: Invention, { profile, point, leanings }: Asked): Outcome<Answer | undefined> {
  const leaning = leanings.get(point.key);
  const { country, drawnAs } = profile;
  const chance = (purpose: string) => noise(invention.seed, drawnAs, point.key, purpose);
  if (leaning === undefined && point.question.allows.includes('not-known') && chance('known') < NOT_KNOWN) {
    return done({ missing: 'not-known' });
  }
  const value = inventCell(point.spec, {
    strength: strengthAt(invention.seed, profile, leaning),
    chance,
    isScored: leaning !== undefined,
    address: (nth) =>
      `https://data.${country.toLowerCase()}.example/${point.key.toLowerCase()}${nth > 1 ? `-${nth}` : ''}`,
    words: wordsFor(invention, profile, point.question.id),
  });
  return done(value === undefined ? undefined : { value });
}

function strengthAt(seed: string, profile: Profile, leaning: Leaning | undefined): number {
  if (leaning === undefined) return meanLevel(profile);
  const level = profile.levels.get(leaning.pillar) ?? meanLevel(profile);
  // Towards the ends there is less room to differ, so that the best stay best and the weakest weak.
  const room = Math.min(1, 4 * level * (1 - level));
  const shift = (noise(seed, profile.drawnAs, leaning.subPillar) - 0.5) * SUB_PILLAR_SPREAD * room;
  return leaning.reversed ? 1 - level - shift : level + shift;
}

function meanLevel({ levels }: Profile): number {
  return [...levels.values()].reduce((sum, level) => sum + level, 0) / Math.max(1, levels.size);
}

/** Of the texts written for a question, the one for the strongest countries that this one belongs to. */
function wordsFor({ texts, nameOf }: Invention, profile: Profile, question: string): string | undefined {
  const fitting = texts.filter((text) => text.question === question && text.atLeast <= meanLevel(profile));
  const best = fitting.toSorted((one, other) => other.atLeast - one.atLeast)[0];
  return best?.text.replaceAll('{country}', nameOf(profile.country));
}

const REASONS: readonly string[] = ['not-answered', 'not-applicable', 'not-known', 'withheld'];

function read(point: DataPoint, stated: string): Outcome<Answer | undefined> {
  if (stated === 'not-answered') return done(undefined);
  const isReason = REASONS.includes(stated);
  return readAnswer(point, isReason ? { values: [], status: stated } : { values: stated.split('|'), status: '' });
}

function unknownKeys(outline: Outline, { peculiarities }: Profile): Problem[] {
  return [...peculiarities.keys()]
    .filter((key) => !outline.point.has(key))
    .map((key) => ({ code: 'unknown-data-point', details: { key }, field: key }));
}

function onlyAsked(outline: Outline, answers: Answers): Answers {
  const standing = standingOf(outline, answers);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => standing.isAsked(key)));
}
