/**
 * The checks of core on what could be read, with their paths turned into places.
 * Must never: know a rule of meaning itself.
 */
import { checkQuestionnaire } from '../core/survey/check-questionnaire.js';
import type { Parts } from './check-definition.js';
import { addFinding } from './definition-part.js';

/** Adds the findings to the parts they concern. */
export function checkMeaning({ questionnaire, framework, method }: Parts): void {
  const parts = [questionnaire, framework, method].filter((part) => part !== undefined);
  const doubtful = new Set(parts.flatMap((part) => [...part.doubtful]));
  if (questionnaire?.value) {
    for (const { path, level, message } of checkQuestionnaire(questionnaire.value)) {
      addFinding(questionnaire, path, { level, message }, doubtful);
    }
  }
}
