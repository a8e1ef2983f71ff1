/**
 * Material for reports, as the journeys would gather it: the published editions from the library, the tiny survey with
 * answers, and a published edition of any size and naming with figures made up on the spot.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EditionFacts, Material } from '../../../src/core/report/material.js';
import { coherenceOf } from '../../../src/core/robustness/coherence/coherence.js';
import { type Computation, openIndex } from '../../../src/core/scoring/compute-index.js';
import { explain } from '../../../src/core/scoring/explain.js';
import type { Framework, Node } from '../../../src/core/scoring/framework.js';
import type { IndexInput } from '../../../src/core/scoring/index-input.js';
import type { Answers } from '../../../src/core/survey/answers.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { makeWords } from '../../../src/core/text/make-words.js';
import { inventEdition } from '../../../src/journeys/preparing/seed-demonstration.js';
import type { Edition, Library } from '../../../src/library/library.js';
import { loadLibrary } from '../../../src/library/load-library.js';
import {
  aFramework,
  aMethod,
  aNode,
  tinyAnswers,
  tinyFramework,
  tinyMethod,
  tinyQuestionnaire,
} from '../../fixtures/tiny-survey.js';

type Tree = { readonly [key: string]: Tree | string } | null;

const TEXTS = 'views/texts/en';

const words = makeWords(
  Object.fromEntries(
    readdirSync(TEXTS).flatMap((file) => flatten(parse(readFileSync(`${TEXTS}/${file}`, 'utf8')) as Tree, '')),
  ),
  'en',
);

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree ?? {}).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const loaded = loadLibrary('.');
if (!('library' in loaded)) throw new Error(`the library has faults: ${JSON.stringify(loaded.faults)}`);
const library: Library = loaded.library;

/** A published edition of the library: `ourdata-2017`, `ourdata-2023`. */
export const publishedMaterial = (id: string): Material => editionMaterial(editionOf(id), new Map());

/** The demonstration with its invented answers. */
export async function demonstrationMaterial(): Promise<Material> {
  const edition = editionOf('demonstration-2024');
  const invented = await inventEdition(edition, library.countries.nameOf, '.');
  if (!invented.ok) throw new Error(JSON.stringify(invented.problems));
  return editionMaterial(edition, invented.value);
}

function editionOf(id: string): Edition {
  const edition = library.editions.get(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  return edition;
}

function editionMaterial(edition: Edition, answers: ReadonlyMap<string, Answers>): Material {
  const { framework, method, questionnaire } = edition.definition;
  const computation = compute({
    framework,
    method,
    ...(questionnaire === undefined || edition.kind === 'published' ? {} : { outline: outlineOf(questionnaire) }),
    countries: edition.countries,
    answers,
    given: edition.figures?.given ?? [],
    groups: edition.groups,
    withheld: Object.keys(edition.withheld),
  });
  return {
    edition: factsOf(edition),
    framework,
    method,
    ...(questionnaire === undefined ? {} : { questionnaire }),
    results: computation.results,
    words,
    nameOf: library.countries.nameOf,
    answersOf: (country) => answers.get(country),
    explain: (country, node) => explain(computation, country, node),
    coherence: () => coherenceOf(computation.plan, computation.state),
  };
}

function factsOf(edition: Edition): EditionFacts {
  const { definition: _definition, countries: _countries, comparability, figures, ...facts } = edition;
  const key = (country: string, node: string): string => `${country} ${node}`;
  const given = new Set(figures?.given.map((figure) => key(figure.country, figure.node)));
  const printed = new Map([
    ...(figures?.published ?? []).map((figure) => [key(figure.country, figure.node), figure.value] as const),
    ...(figures?.publishedGroups ?? []).map(
      (figure) => [key(`group:${figure.group}`, figure.node), figure.value] as const,
    ),
  ]);
  const others = [...library.editions.values()].filter(
    (other) => other.id !== edition.id && other.series === edition.series,
  );
  return {
    ...facts,
    breaks: comparability.breaks,
    releases: [],
    ...(figures === undefined
      ? {}
      : {
          figures: {
            precision: figures.precision,
            decimals: figures.decimals,
            of: (country: string, node: string) => printed.get(key(country, node)),
            isGiven: (country: string, node: string) => given.has(key(country, node)),
          },
        }),
    others: others.map((other) => ({
      id: other.id,
      title: other.title,
      year: other.year,
      comparable: other.comparability.class === comparability.class,
      score: (country: string) => (other.countries.includes(country) ? '0.48' : undefined),
    })),
  };
}

const DEMONSTRATION: EditionFacts = {
  id: 'tiny-2024',
  title: 'Tiny survey 2024',
  source: 'invented for tests',
  date: '2024-06-01',
  notice: 'All answers and countries here are invented.',
  year: 2024,
  series: 'Tiny',
  kind: 'demonstration',
  citation: 'Nobody (2024), A tiny survey.',
  groups: [{ id: 'all', name: 'All countries', shortName: 'All', on: '2024-06-01', countries: ['XAA', 'XAB', 'XAC'] }],
  mainGroup: 'all',
  analyses: [],
  withheld: {},
  others: [],
  releases: [],
  breaks: '',
};

const NAMES: Readonly<Record<string, string>> = { XAA: 'Avaria', XAB: 'Borduria', XAC: 'Caledon', XAD: 'Dorne' };

/** The tiny survey, with its own answers or others. */
export function tinyMaterial(
  answers: ReadonlyMap<string, Answers> = tinyAnswers,
  facts: Partial<EditionFacts> = {},
  given: Partial<Pick<IndexInput, 'method' | 'framework'>> = {},
): Material {
  const edition = { ...DEMONSTRATION, ...facts };
  const framework = given.framework ?? tinyFramework;
  const method = given.method ?? tinyMethod;
  const computation = compute({
    framework,
    method,
    outline: outlineOf(tinyQuestionnaire),
    countries: [...answers.keys()],
    answers,
    given: [],
    groups: edition.groups,
    withheld: Object.keys(edition.withheld),
  });
  return {
    edition,
    framework,
    method,
    questionnaire: tinyQuestionnaire,
    results: computation.results,
    words,
    nameOf: (country) => NAMES[country] ?? country,
    answersOf: (country) => answers.get(country),
    explain: (country, node) => explain(computation, country, node),
    coherence: () => coherenceOf(computation.plan, computation.state),
  };
}

interface MadeUp {
  /** Country code → score of the four leaves 1.1, 1.2, 2.1, 2.2. */
  readonly scores: Readonly<Record<string, readonly number[]>>;
  /** Put before and after every name, to make it long. */
  readonly names?: string;
}

/** A published edition with two pillars of two sub-pillars each, from the scores given. */
export function madeUpMaterial({ scores, names = '' }: MadeUp): Material {
  const leaf = (id: string): Node => aNode({ id, name: `Sub-pillar ${id}${names}` });
  const framework: Framework = aFramework(
    aNode({
      id: 'index',
      name: 'Index',
      children: [
        aNode({ id: '1', name: `First${names}`, children: [leaf('1.1'), leaf('1.2')] }),
        aNode({ id: '2', name: `Second${names}`, children: [leaf('2.1'), leaf('2.2')] }),
      ],
    }),
    {
      levels: [
        { name: 'index', plural: 'indices' },
        { name: 'pillar', plural: 'pillars' },
        { name: 'sub-pillar', plural: 'sub-pillars' },
      ],
    },
  );
  const countries = Object.keys(scores);
  const given = countries.flatMap((country) =>
    ['1.1', '1.2', '2.1', '2.2'].map((node, i) => ({ country, node, value: scores[country]?.[i] ?? 0 })),
  );
  const groups = [{ id: 'all', name: 'All countries', shortName: 'All', on: '2024-06-01', countries }];
  const method = aMethod();
  const computation = compute({ framework, method, countries, answers: new Map(), given, groups });
  const { notice: _notice, ...plain } = DEMONSTRATION;
  return {
    edition: {
      ...plain,
      kind: 'published',
      groups,
      figures: {
        precision: 'two decimals',
        decimals: 2,
        of: () => undefined,
        isGiven: (_, node) => node.includes('.'),
      },
    },
    framework,
    method,
    results: computation.results,
    words,
    nameOf: (country) => `Country ${country}${names}`,
    answersOf: () => undefined,
    explain: (country, node) => explain(computation, country, node),
    coherence: () => coherenceOf(computation.plan, computation.state),
  };
}

function compute(input: IndexInput): Computation {
  const opened = openIndex(input);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}
