/**
 * The main group of an edition, and how its mean is called in sentences and on charts.
 * Must never: call a mean by the name of a group that is not named and dated.
 */
import type { Group } from '../scoring/group.js';
import { shown } from './figure.js';
import type { Material } from './material.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';

export function mainGroup(material: Material): Group | undefined {
  return material.edition.groups.find((group) => group.id === material.edition.mainGroup);
}

/** "OECD"; '' where the edition has no group. */
export const groupName = (material: Material): string => mainGroup(material)?.shortName ?? '';

/** "OECD mean" */
export const meanLabel = (material: Material): string =>
  material.words.say('report.mean.label', { group: groupName(material) });

/** The mean as charts take it: "OECD mean 0.48" and its value; undefined where there is none. */
export function chartMean(
  scores: Scores,
  place: Place,
): { readonly label: string; readonly value: number } | undefined {
  const { material } = scores;
  const mean = scores.mean(place);
  if (mean === undefined) return undefined;
  const details = { group: groupName(material), value: shown(material, place.id, mean.presented) };
  return { label: material.words.say('report.mean.labelled', details), value: mean.value };
}
