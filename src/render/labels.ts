/**
 * The few words renderers write themselves ("published", "Chart as SVG"), in the document's language where there is a
 * catalogue for it, else in English. Read once per language from views/texts/<language>/blocks.yaml.
 * Must never: hold a sentence of a report; those come with the document.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Labels = Readonly<Record<Label, string>>;

const LABELS = [
  'published',
  'recomputed',
  'unmarked-published',
  'unmarked-recomputed',
  'twin',
  'sideways',
  'svg',
  'csv',
  'info',
  'caution',
  'invented',
] as const;
type Label = (typeof LABELS)[number];

const texts = new URL('../../views/texts/', import.meta.url);
const known = new Map<string, Labels>();

export function labelsOf(language: string): Labels {
  const labels = known.get(language) ?? readLabels(language);
  known.set(language, labels);
  return labels;
}

function readLabels(language: string): Labels {
  const own = /^[a-z]{2,3}(-[A-Za-z]{2,8})*$/.test(language) ? catalogue(language) : {};
  const english = catalogue('en');
  return Object.fromEntries(LABELS.map((label) => [label, own[label] ?? english[label] ?? label])) as Labels;
}

function catalogue(language: string): Partial<Record<string, string>> {
  const file = new URL(`${language}/blocks.yaml`, texts);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')).block : {};
}
