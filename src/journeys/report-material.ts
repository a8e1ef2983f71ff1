/**
 * Gathers what reports are made from: an edition's computed results with its facts, answers, names and words.
 * Must never: decide what a report says.
 */
import type { EditionFacts, Links, Material } from '../core/report/material.js';
import { coherenceOf } from '../core/robustness/coherence/coherence.js';
import { explain } from '../core/scoring/explain.js';
import type { Explanation } from '../core/scoring/results.js';
import type { Edition } from '../library/library.js';
import { currentRobustness } from './analysing/kept-robustness.js';
import { type ComputedEdition, computedEdition } from './computed-edition.js';
import { editionFactsOf } from './edition-facts.js';
import { releasesOf } from './publishing/releases.js';
import { publicEditions } from './publishing/see-results.js';
import type { World } from './world.js';

/** @param links addresses within a site; left out for files that stand alone */
export async function materialOf(world: World, computed: ComputedEdition, links?: Links): Promise<Material> {
  const { edition, computation, answers } = computed;
  const { framework, method, questionnaire } = edition.definition;
  const robustness = await currentRobustness(world, computed);
  return {
    edition: editionFactsOf(edition, {
      others: await othersOf(world, edition),
      releases: await releasesIn(world, edition),
    }),
    framework,
    method,
    ...(questionnaire === undefined ? {} : { questionnaire }),
    results: computation.results,
    words: world.words,
    nameOf: world.library.countries.nameOf,
    answersOf: (country) => answers.get(country),
    explain: (country, node) => accountOf(computed, country, node),
    coherence: () => coherenceOf(computation.plan, computation.state),
    ...(robustness === undefined ? {} : { robustness }),
    ...(links === undefined ? {} : { links }),
  };
}

/** Publications up to the one that is shown, newest first. */
async function releasesIn(world: World, { id, run }: Edition): Promise<EditionFacts['releases']> {
  const shown = run?.shows;
  if (typeof shown !== 'object') return [];
  const releases = await releasesOf(world, id);
  return releases.flatMap(({ number, at, note, hash }) =>
    number > shown.number ? [] : [{ number, date: at.slice(0, 10), note, hash }],
  );
}

/** Without the answers where these do not count: from them anybody could work out the score that is withheld. */
function accountOf({ edition, computation }: ComputedEdition, country: string, node: string): Explanation | undefined {
  const account = explain(computation, country, node);
  return account === undefined || edition.withheld[country] === undefined ? account : withoutAnswers(account);
}

function withoutAnswers({ answer, children, ...account }: Explanation): Explanation {
  return { ...account, children: children.map(withoutAnswers) };
}

type Other = EditionFacts['others'][number];

async function othersOf(world: World, edition: Edition): Promise<readonly Other[]> {
  const series = (await publicEditions(world)).filter(
    (other) => other.series === edition.series && other.id !== edition.id,
  );
  const others = series.map(async (other): Promise<Other> => {
    const computed = await computedEdition(world, other);
    return {
      id: other.id,
      title: other.title,
      year: other.year,
      comparable: other.comparability.class === edition.comparability.class,
      score: (country) => shownIndex(world, computed, country),
    };
  });
  return (await Promise.all(others)).sort((a, b) => a.year - b.year);
}

/** As its own edition shows it: the printed figure where there is one. */
function shownIndex(world: World, { edition, computation }: ComputedEdition, country: string): string | undefined {
  const { framework } = edition.definition;
  const printed = edition.figures?.published.find((one) => one.country === country && one.node === framework.index.id);
  if (printed !== undefined) return world.words.number(printed.value, edition.figures?.decimals ?? 2);
  const row = computation.results.countries.indexOf(country);
  const shown = computation.results.nodes.find((node) => node.id === framework.index.id)?.presented[row];
  return shown === '' ? undefined : shown;
}
