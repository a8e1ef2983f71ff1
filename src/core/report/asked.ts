/**
 * From an indicator back to what was asked: question, number, the row of a matrix.
 * Must never: look at answers.
 */
import { keyOf, outlineOf } from '../survey/outline.js';
import type { DataPoint, Question } from '../survey/questionnaire.js';
import type { Material } from './material.js';
import type { Place } from './places.js';

export interface Asked {
  readonly question: Question;
  readonly number: string;
  readonly text: string;
  /** Text of the matrix row, and of its column where there are several. */
  readonly part?: string;
  /** The data points that feed the indicator: one, or all of a checklist. */
  readonly points: readonly DataPoint[];
}

/** Undefined where the node is no indicator, or its questions are not ours to give. */
export function questionOf(material: Material, place: Place): Asked | undefined {
  const { indicator } = place.node;
  if (indicator === undefined || material.questionnaire === undefined) return undefined;
  const outline = outlineOf(material.questionnaire);
  const outlined = outline.questions.get(indicator.question);
  if (outlined === undefined) return undefined;
  const { question } = outlined;
  const point = outline.point.get(keyOf(indicator.question, indicator.part));
  const asked = { question, number: question.number, text: question.text };
  if (point === undefined) return { ...asked, points: outlined.points };
  const part = [point.rowText, point.columnText].filter((text) => text !== undefined).join(' · ');
  return { ...asked, ...(part === '' ? {} : { part }), points: [point] };
}
