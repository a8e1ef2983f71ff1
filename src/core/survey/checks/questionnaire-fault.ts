/**
 * A fault in the meaning of a questionnaire, at its place in the author's file.
 * Must never: know lines and columns (the library finds them by the path).
 */

/** Keys and positions from the top of questionnaire.yaml: `['sections', 0, 'questions', 2, 'when', 'question']`. */
export type Path = readonly (string | number)[];

export interface QuestionnaireFault {
  readonly path: Path;
  /** Errors stop a questionnaire, warnings do not. */
  readonly level: 'error' | 'warning';
  /** In the author's words. */
  readonly message: string;
}

export const error = (path: Path, message: string): QuestionnaireFault => ({ path, level: 'error', message });

export const warning = (path: Path, message: string): QuestionnaireFault => ({ path, level: 'warning', message });
