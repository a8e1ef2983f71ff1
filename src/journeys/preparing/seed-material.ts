/**
 * What a collected demonstration is told from: beside profiles and texts, where each submission stands, what its country
 * remarked, which documents there are, what the secretariat adjusted, and who the people are. CSV files in data/<edition>/.
 * Must never: name a person or a country that exists.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import { ROLES, type Role } from '../../core/workflow/roles.js';
import { SUBMISSION_STATUSES, type SubmissionStatus } from '../../core/workflow/statuses.js';
import type { World } from '../world.js';
import { type Demonstration, readDemonstration, rowsOf } from './demonstration.js';

export type SeedWorld = Pick<World, 'library' | 'store' | 'clock'>;

export interface SeedMaterial extends Demonstration {
  readonly states: readonly SeedState[];
  readonly remarks: readonly SeedRemark[];
  readonly documents: readonly SeedDocument[];
  readonly adjustments: readonly SeedAdjustment[];
  readonly people: readonly SeedPerson[];
}

export interface SeedState {
  readonly country: string;
  readonly status: SubmissionStatus;
  /** Share of the questionnaire that was gone through, from its beginning. */
  readonly answered: number;
  /** Days before the closing on which the country began. */
  readonly begun: number;
  /** Why it was returned or excluded; of a submitted one, why its country asks for reopening; or ''. */
  readonly reason: string;
}

interface SeedRemark {
  readonly country: string;
  readonly question: string;
  readonly confidence: string;
  readonly comment: string;
}

/** `{country}` stands for the country's name. */
interface SeedDocument {
  readonly title: string;
  readonly language: string;
  readonly passage: string;
}

interface SeedAdjustment {
  readonly country: string;
  readonly key: string;
  readonly answer: string;
  readonly reason: string;
}

export interface SeedPerson {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly edition: string;
  /** '' for roles that belong to no country. */
  readonly country: string;
  /** None for all. */
  readonly sections: readonly string[];
}

/** @param root the project's folder; texts are those of the first demonstration */
export async function readSeedMaterial(root: string, edition: string): Promise<Outcome<SeedMaterial>> {
  const own = (name: string) => readFile(join(root, 'data', edition, `${name}.csv`), 'utf8');
  const texts = await readFile(join(root, 'data', 'demonstration-2024', 'texts.csv'), 'utf8');
  const demonstration = readDemonstration({ profiles: await own('profiles'), texts });
  if (!demonstration.ok) return demonstration;
  const problems: Problem[] = [];
  const states = rowsOf(await own('states')).map(({ line, cells }) => {
    const { country = '', status: named = '', answered = '', begun = '', reason = '' } = cells;
    const status = SUBMISSION_STATUSES.find((one) => one === named);
    if (status === undefined) problems.push({ code: 'not-a-status', details: { line, cell: named } });
    return { country, status: status ?? 'not-started', answered: Number(answered), begun: Number(begun), reason };
  });
  const people = rowsOf(await own('people')).map(({ line, cells }) => {
    const { role: named = '', name = '', email = '', edition: where = '', country = '', sections = '' } = cells;
    const role = ROLES.find((one) => one === named);
    if (role === undefined) problems.push({ code: 'not-a-role', details: { line, cell: named } });
    return {
      role: role ?? 'reader',
      name,
      email,
      edition: where,
      country,
      sections: sections.split(' ').filter(Boolean),
    };
  });
  if (problems.length > 0) return refused(...problems);
  const [remarks, documents, adjustments] = await Promise.all(['remarks', 'evidence', 'adjustments'].map(own));
  return done({
    ...demonstration.value,
    states,
    people,
    remarks: rowsOf(remarks ?? '').map(({ cells: { country = '', question = '', confidence = '', comment = '' } }) => ({
      ...{ country, question, confidence, comment },
    })),
    documents: rowsOf(documents ?? '').map(({ cells: { title = '', language = '', passage = '' } }) => ({
      ...{ title, language, passage },
    })),
    adjustments: rowsOf(adjustments ?? '').map(({ cells: { country = '', key = '', answer = '', reason = '' } }) => ({
      ...{ country, key, answer, reason },
    })),
  });
}
