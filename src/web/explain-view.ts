/**
 * A figure's account of itself as a page shows it: the way from the index down to here, the arithmetic of its children in
 * full precision, and at the end the answer it came from.
 * Must never: compute; it words what `explain` found.
 */
import { answerWords } from '../core/report/answer-words.js';
import { questionOf } from '../core/report/asked.js';
import { type Figure, figureOf } from '../core/report/figure.js';
import { nameOf, type Place } from '../core/report/places.js';
import { strengthNote } from '../core/report/rank-strength-cells.js';
import { rankPhrase } from '../core/report/rank-words.js';
import { ruleWords } from '../core/report/rule-words.js';
import { readScores, type Scores } from '../core/report/scores.js';
import { shareWords } from '../core/report/share-words.js';
import type { Explanation } from '../core/scoring/results.js';
import { typeOf } from '../core/survey/question-types/index.js';
import type { DataPoint } from '../core/survey/questionnaire.js';
import type { Explained } from '../journeys/comparing.js';
import { addressOf } from './addresses.js';
import { type At, exactly, placeAt } from './explain-at.js';
import { type Sum, sumOf } from './explain-sum.js';
import { partNote, scaledWords, standsOn, statusWords } from './explain-words.js';

/** View model of the body of views/pages/explain.ejs. */
export interface ExplainView {
  readonly country: string;
  readonly name: string;
  readonly hue: number;
  readonly figure: Figure;
  /** Key of where it comes from, below `page.provenance`; '' where there is no figure. */
  readonly provenance: string;
  readonly rank: string;
  /** In full precision; '' where there is none. */
  readonly exact: string;
  /** Its share of the index, '' where a rule on the way is not a mean. */
  readonly share: string;
  /** How it came about, or why it is absent, as a sentence. */
  readonly status: string;
  /** Which imputed values it stands on; '' where it stands on none, or is one. */
  readonly imputed: string;
  /** What its own scale rule made of its value; '' where it has none, or no value. */
  readonly scaled: string;
  readonly above: readonly Step[];
  readonly parts: readonly Part[];
  readonly sum: Sum | undefined;
  readonly answer: AnswerView | undefined;
}

interface Step {
  readonly name: string;
  readonly shown: string;
  readonly href: string;
}

interface Part extends Step {
  readonly code: string;
  readonly hue: number;
  readonly score: string;
  readonly weight: string;
  /** '' where it adds nothing that can be told. */
  readonly adds: string;
  /** Why it has no score, or what stands in its place. */
  readonly why: string;
}

interface AnswerView {
  readonly number: string;
  readonly question: string;
  readonly part: string;
  readonly stated: readonly string[];
  readonly links: readonly string[];
  readonly rule: string;
  readonly href: string;
}

export function explainView(explained: Explained, country: string): ExplainView {
  const scores = readScores(explained.material);
  const at: At = { explained, scores, country };
  const { explanation, above, material } = explained;
  const place = placeAt(scores, explanation.node);
  const figure = figureOf(scores, place, country);
  return {
    country: material.nameOf(country),
    name: nameOf(place),
    hue: place.hue,
    figure,
    provenance: provenanceOf(explanation, figure),
    rank: rankWords(scores, place, country),
    exact: exactly(at, explanation.score),
    share: explanation.effectiveWeight === null ? '' : shareWords(material.words, explanation.effectiveWeight),
    status: statusWords(at, explanation, figure),
    imputed: standsOn(at, place),
    scaled: scaledWords(at, place, explanation),
    above: above.map((one) => stepOf(at, one)),
    parts: explanation.children.map((one) => partOf(at, one)),
    sum: sumOf(at, explanation),
    answer: answerOf(at, place),
  };
}

/** "3rd of 40; rank interval 2–5, tier 1" */
const rankWords = (scores: Scores, place: Place, country: string): string =>
  [rankPhrase(scores, place, country), strengthNote(scores, place, country)]
    .filter((one) => one !== undefined)
    .join('; ');

/** A value that stands in a gap comes from no answer. */
function provenanceOf({ status }: Explanation, { provenance }: Figure): string {
  return status.kind === 'imputed' || status.kind === 'treated' ? status.kind : (provenance ?? '');
}

function stepOf({ scores, country, explained }: At, { node }: Explanation): Step {
  const place = placeAt(scores, node);
  return {
    name: nameOf(place),
    shown: figureOf(scores, place, country).text,
    href: addressOf.explain(explained.edition.id, country, node),
  };
}

function partOf(at: At, child: Explanation): Part {
  const { scores } = at;
  const place = placeAt(scores, child.node);
  return {
    ...stepOf(at, child),
    code: place.depth > 1 ? place.id : '',
    hue: place.hue,
    score: exactly(at, child.score),
    weight: shareWords(scores.material.words, child.weight),
    adds: exactly(at, child.contribution),
    why: partNote(at, child, place),
  };
}

function answerOf({ scores, country, explained }: At, place: Place): AnswerView | undefined {
  const { material } = scores;
  const { indicator } = place.node;
  const asked = questionOf(material, place);
  const answers = material.answersOf(country);
  if (indicator === undefined || asked === undefined || answers === undefined) return undefined;
  const withheld = material.edition.withheld[country];
  const [first] = asked.points;
  const reading = (point: DataPoint) => explained.readingOf(country, point.key);
  const stated = asked.points.map((point) => {
    const words = answerWords(material.words, point.spec, reading(point));
    return asked.points.length === 1 ? words : `${point.rowText ?? point.part}: ${words}`;
  });
  return {
    number: asked.number,
    question: asked.text,
    part: asked.part ?? '',
    stated: withheld === undefined ? stated : [withheld],
    links: (withheld === undefined ? asked.points : []).flatMap((point) => linksIn(point, reading(point))),
    rule: ruleWords(material.words, indicator.rule, asked.points.length === 1 ? first?.spec : undefined),
    href: addressOf.filled(explained.edition.id, country),
  };
}

function linksIn({ spec }: DataPoint, reading: ReturnType<Explained['readingOf']>): readonly string[] {
  if (spec.type !== 'link-list' || reading === undefined || !('value' in reading)) return [];
  return typeOf(spec)
    .write(spec, reading.value)
    .filter((link) => /^https?:\/\//i.test(link));
}
