/**
 * Comparing countries: the report documents of an edition, and the account of any figure in them. A document is made once
 * per revision and address and kept with the results it was made from.
 * Must never: know a format or a page; answer for a country that is not there; ask who may see the edition (`seeResults` does).
 */

import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { Document } from '../core/report/document.js';
import type { Links, Material } from '../core/report/material.js';
import { REPORTS, type ReportId } from '../core/report/reports.js';
import type { Explanation } from '../core/scoring/results.js';
import type { Reading } from '../core/survey/condition.js';
import type { Edition } from '../library/library.js';
import { type ComputedEdition, computedEdition } from './computed-edition.js';
import { materialOf } from './report-material.js';
import type { World } from './world.js';

export interface ReportRequest {
  /** As the gate handed it out. */
  readonly edition: Edition;
  readonly report: ReportId;
  readonly countries?: readonly string[];
  /** Addresses within a site; left out for files that stand alone. */
  readonly links?: Links;
}

export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 8;

/** A report as a document, or why there is none: a country is unknown, too few or too many are compared. */
export async function documentOf(world: World, request: ReportRequest): Promise<Outcome<Document>> {
  const problems = problemsOf(request.edition, request);
  if (problems.length > 0) return refused(...problems);
  const computed = await computedEdition(world, request.edition);
  const documents = documentsOf(computed);
  const form = request.links === undefined ? 'file' : 'page';
  // Other editions of the series are named in it, and may have been published since; so may a robustness result have been found.
  const key = [await world.store.editionsRevision(), request.report, form, ...(request.countries ?? [])].join(' ');
  const kept = documents.get(key);
  if (kept !== undefined) return done(kept);
  const material = await materialOf(world, computed, request.links);
  const made = REPORTS[request.report].make(material, request.countries ?? []);
  keep(documents, key, made);
  return done(made);
}

export interface Explained {
  readonly edition: Edition;
  readonly explanation: Explanation;
  /** From the index down to the node's parent. */
  readonly above: readonly Explanation[];
  /** How figures of this country and its groups stand, to name and to show them. */
  readonly material: Material;
  /** A data point of a country as scoring read it: conditions applied. */
  readonly readingOf: (country: string, key: string) => Reading | undefined;
}

/** A figure's account of itself, with the nodes it counts towards. */
export async function explanationOf(
  world: World,
  { edition, country, node }: { readonly edition: Edition; readonly country: string; readonly node: string },
): Promise<Outcome<Explained>> {
  const unknown = unknownCountries(edition, [country]);
  if (unknown.length > 0) return refused(...unknown);
  const computed = await computedEdition(world, edition);
  const material = await materialOf(world, computed);
  const root = material.explain(country, material.framework.index.id);
  const path = root === undefined ? undefined : pathTo(root, node);
  const explanation = path?.at(-1);
  if (path === undefined || explanation === undefined) {
    return refused({ code: 'unknown-node', details: { node, edition: edition.title } });
  }
  const { results, standings } = computed.computation;
  return done({
    edition: computed.edition,
    explanation,
    above: path.slice(0, -1),
    material,
    readingOf: (code, key) => standings[results.countries.indexOf(code)]?.readings.get(key),
  });
}

export function unknownCountries(edition: Edition, countries: readonly string[]): readonly Problem[] {
  return countries
    .filter((country) => !edition.countries.includes(country))
    .map((country) => ({ code: 'unknown-country', details: { country, edition: edition.title }, field: 'countries' }));
}

function problemsOf(edition: Edition, { report, countries = [] }: ReportRequest): readonly Problem[] {
  const unknown = unknownCountries(edition, countries);
  if (REPORTS[report].about === 'countries') return [...unknown, ...comparisonProblems(countries)];
  if (report.endsWith('questionnaire') && edition.definition.questionnaire === undefined) {
    return [{ code: 'no-questionnaire', details: { edition: edition.title } }];
  }
  if (report === 'filled-questionnaire' && edition.kind === 'published') {
    return [{ code: 'no-answers', details: { edition: edition.title } }];
  }
  return unknown;
}

function comparisonProblems(countries: readonly string[]): readonly Problem[] {
  const twice = countries.filter((country, at) => countries.indexOf(country) !== at);
  const problems: Problem[] = [...new Set(twice)].map((country) => ({
    code: 'duplicate-country',
    details: { country },
    field: 'countries',
  }));
  const count = new Set(countries).size;
  if (count < FEWEST_COMPARED) problems.push({ code: 'too-few-countries', details: { least: FEWEST_COMPARED, count } });
  if (count > MOST_COMPARED) problems.push({ code: 'too-many-countries', details: { most: MOST_COMPARED, count } });
  return problems;
}

/** The way down from an explanation to a node, both ends included. */
function pathTo(from: Explanation, node: string): readonly Explanation[] | undefined {
  if (from.node === node) return [from];
  for (const child of from.children) {
    const below = pathTo(child, node);
    if (below !== undefined) return [from, ...below];
  }
  return undefined;
}

/**
 * Documents of one revision that are kept at most, the latest made. A large one takes half a megabyte, and comparisons have
 * more addresses than there is memory.
 */
const MOST_KEPT = 100;

const documents = new WeakMap<ComputedEdition, Map<string, Document>>();

function documentsOf(computed: ComputedEdition): Map<string, Document> {
  const own = documents.get(computed) ?? new Map<string, Document>();
  documents.set(computed, own);
  return own;
}

function keep(documents: Map<string, Document>, key: string, made: Document): void {
  const [oldest] = documents.keys();
  if (documents.size >= MOST_KEPT && oldest !== undefined) documents.delete(oldest);
  documents.set(key, made);
}
