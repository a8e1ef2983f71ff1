/**
 * All migrations in their order, as a static list: a file with a name that does not stand here was written by a newer house.
 * Must never: lose or reorder a line.
 */
import type { Migration } from 'kysely';
import { answers } from './0001-answers.js';
import { workflow } from './0002-workflow.js';
import { robustness } from './0003-robustness.js';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-answers': answers,
  '0002-workflow': workflow,
  '0003-robustness': robustness,
};
