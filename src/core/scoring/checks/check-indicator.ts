/**
 * Checks an indicator against what is asked: its question, its part, and whether its rule can score such an answer.
 * Must never: judge the question itself (the questionnaire's own check does).
 */

import { keyOf } from '../../survey/key.js';
import type { Outline } from '../../survey/outline.js';
import { typeOf } from '../../survey/question-types/index.js';
import type { Indicator } from '../framework.js';
import { kindOf } from '../rules/index.js';
import type { Asked } from '../rules/rule-kind.js';
import { type FilePath, frameworkError, type MeasureFault } from './measure-fault.js';

/** `path` leads to the node that holds the indicator. */
export function checkIndicator(outline: Outline, indicator: Indicator, path: FilePath): readonly MeasureFault[] {
  const { question, part, rule } = indicator;
  const outlined = outline.questions.get(question);
  if (outlined === undefined) {
    return [frameworkError([...path, 'question'], `there is no question "${question}" in the questionnaire`)];
  }
  const parts = outlined.points.map((point) => point.part);
  const isWhole = part === '' && rule.type === 'points';
  if (!isWhole && !parts.includes(part)) return [partFault(indicator, parts, path)];
  return kindOf(rule)
    .check(rule, askedBy(outline, indicator))
    .map((fault) => frameworkError([...path, 'rule', ...fault.path], `question "${question}": ${fault.message}`));
}

function partFault({ question, part }: Indicator, parts: readonly string[], path: FilePath): MeasureFault {
  const known = parts.slice(0, 12).join(', ') + (parts.length > 12 ? ', …' : '');
  if (part === '') {
    return frameworkError([...path, 'question'], `question "${question}" has several parts: name one of ${known}`);
  }
  const has = parts.includes('') ? 'it has none' : `its parts are ${known}`;
  return frameworkError([...path, 'part'], `question "${question}" has no part "${part}" (${has})`);
}

function askedBy(outline: Outline, { question, part }: Indicator): Asked {
  const specOf: Asked['specOf'] = (name) => outline.point.get(keyOf(question, name))?.spec;
  return {
    spec: specOf(part),
    specOf,
    choicesOf: (spec) =>
      typeOf(spec)
        .choices(spec)
        .map((choice) => choice.id),
  };
}
