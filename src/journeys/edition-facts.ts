/**
 * An edition of the library as reports see it: its facts, its published figures by country and node, and what the other
 * editions of its series say.
 * Must never: compute; the scores of other editions arrive as text.
 */
import type { EditionFacts, PublishedFigures } from '../core/report/material.js';
import type { Edition, Figures } from '../library/library.js';

/** The other editions of the series in the order of their years, and the edition's own publications here, newest first. */
type Around = Pick<EditionFacts, 'others' | 'releases'>;

export function editionFactsOf(edition: Edition, { others, releases }: Around): EditionFacts {
  const { id, title, year, series, date, kind, source, citation, withheld, groups, mainGroup, analyses } = edition;
  return {
    id,
    title,
    year,
    series,
    date,
    kind,
    source,
    citation,
    withheld,
    groups,
    mainGroup,
    analyses,
    others,
    releases,
    breaks: edition.comparability.breaks,
    ...(edition.address === undefined ? {} : { address: edition.address }),
    ...(edition.notice === undefined ? {} : { notice: edition.notice }),
    ...(edition.figures === undefined ? {} : { figures: publishedFiguresOf(edition.figures) }),
  };
}

function publishedFiguresOf({ given, published, publishedGroups, precision, decimals }: Figures): PublishedFigures {
  const at = (country: string, node: string): string => `${country} ${node}`;
  const printed = new Map([
    ...published.map(({ country, node, value }) => [at(country, node), value] as const),
    ...publishedGroups.map(({ group, node, value }) => [at(`group:${group}`, node), value] as const),
  ]);
  const feeding = new Set(given.map(({ country, node }) => at(country, node)));
  return {
    precision,
    decimals,
    of: (country, node) => printed.get(at(country, node)),
    isGiven: (country, node) => feeding.has(at(country, node)),
  };
}
