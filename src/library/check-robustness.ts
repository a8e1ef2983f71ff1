/**
 * The section `robustness` of a method as a plan, its words held against the framework and the method they vary.
 * Must never: hand out a plan that varies what is not there; complain of what nobody wrote.
 */
import type { Framework } from '../core/scoring/framework.js';
import type { Method } from '../core/scoring/method.js';
import { addFinding, type DefinitionPart } from './definition-part.js';
import type { RobustnessPlan } from './library.js';
import { inputsOf, usualPlan } from './robustness-plan.js';
import type { RobustnessFile } from './shapes/robustness-shape.js';

/** Adds what is wrong with the words of its analyses to the findings of the method. */
export function checkRobustness(
  part: DefinitionPart<Method>,
  { analyses = {} }: RobustnessFile,
  framework: Framework | undefined,
): void {
  const method = part.value;
  if (method === undefined || framework === undefined) return;
  for (const [id, vary] of Object.entries(analyses)) {
    const read = inputsOf(vary, { framework, method });
    for (const { at, message } of 'faults' in read ? read.faults : []) {
      addFinding(part, { path: ['robustness', 'analyses', id, at], level: 'error', message }, part.doubtful);
    }
  }
}

/** With what is usual for this method where nothing was written. */
export function planOf(file: RobustnessFile, method: Method): RobustnessPlan {
  const usual = usualPlan(method);
  const { 'base-samples': baseSamples, 'on-problem': onProblem, doubt, analyses, ...said } = file;
  return {
    ...usual,
    ...said,
    ...(baseSamples === undefined ? {} : { baseSamples }),
    ...(onProblem === undefined ? {} : { onProblem }),
    doubt: { ...usual.doubt, ...doubt },
    ...(analyses === undefined ? {} : { analyses: Object.entries(analyses).map(([id, vary]) => ({ id, vary })) }),
  };
}
