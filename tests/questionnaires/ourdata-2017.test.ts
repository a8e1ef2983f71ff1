/**
 * The 2017 instrument against the reference table of its scored items, and against its own promises: every number is
 * asked once, in order; every scored question can be answered by a stranger; none hangs on a context question.
 * Must never: pass because the reference folder is absent where CI is set.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core/survey/condition.js';
import { outlineOf } from '../../src/core/survey/outline.js';
import type { DataPoint, Question } from '../../src/core/survey/questionnaire.js';
import { checkDefinition } from '../../src/library/check-definition.js';
import { nodesOf } from '../../src/library/count-definition.js';

const root = resolve(import.meta.dirname, '../..');
const table = resolve(root, process.env.ALIDADE_REFERENCE ?? '../shared/reference', 'ourdata-2017-items.csv');
const haveTable = existsSync(table);

const checked = checkDefinition(resolve(root, 'questionnaires/ourdata-2017'));
const { definition } = checked;
if (definition?.questionnaire === undefined) {
  throw new Error(checked.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
}
const { questionnaire, framework } = definition;

describe('the OURdata 2017 questionnaire', () => {
  it('is sound, without so much as a warning', () => {
    expect(checked.faults).toEqual([]);
  });

  it('has 80 questions, 51 of them scored, and 186 data points, 140 of them scored', () => {
    expect(checked.counts).toMatchObject({ questions: 80, scoredQuestions: 51, dataPoints: 186, indicators: 140 });
  });

  it('asks questions 1 to 80 in the order of their numbers', () => {
    const top = sections().flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(top).toEqual(Array.from({ length: 80 }, (_, at) => `q${at + 1}`));
  });

  it('introduces every section', () => {
    expect(sections().filter(({ lead }) => !lead)).toEqual([]);
  });

  it('uses every question type', () => {
    const types = new Set([...questions(), ...points()].map((one) => ('spec' in one ? one.spec : one.answer).type));
    expect([...types].sort()).toEqual([
      'date',
      'frequency',
      'link-list',
      'matrix',
      'multiple-choice',
      'number',
      'rating',
      'requirement',
      'scale',
      'share',
      'single-choice',
      'text',
      'yes-no',
    ]);
  });

  it('explains every scored question and states its evidence rule', () => {
    const unexplained = scored().filter(({ guidance }) => !guidance || guidance.length < 100);
    const unsupported = scored().filter(({ id, evidence }) => evidence.rule === 'none' && id !== 'q68');
    expect(unexplained.map(({ id }) => id)).toEqual([]);
    expect(unsupported.map(({ id }) => id)).toEqual([]);
  });

  it('says nothing twice', () => {
    const texts = questions().flatMap(({ text, guidance }) => (guidance ? [text, ...guidance.split(/\n\n/)] : [text]));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it('explains each of its terms because some question needs it', () => {
    const used = new Set(questions().flatMap(({ terms }) => terms));
    const terms = questionnaire.terms;
    expect(terms.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    expect(terms.length).toBeGreaterThanOrEqual(20);
  });

  it('never lets a scored question hang on one that is not scored', () => {
    const ids = new Set(scored().map(({ id }) => id));
    const hanging = scored().filter(({ when }) => when && questionsIn(when).some((id) => !ids.has(id)));
    expect(hanging.map(({ id }) => id)).toEqual([]);
  });

  it('asks the scored follow-up of a context question unconditionally', () => {
    const q3 = questions().find(({ id }) => id === 'q3');
    const q3b = q3?.questions.find(({ id }) => id === 'q3b');
    expect(q3b).toBeDefined();
    expect(q3?.when ?? q3b?.when).toBeUndefined();
  });
});

describe('the scored questions and the reference table', () => {
  it('are compared wherever CI is set', () => {
    expect(haveTable || !process.env.CI, `no reference table at ${table}`).toBe(true);
  });

  it.skipIf(!haveTable)('have the same ids, parts and types (needs the reference folder)', () => {
    const ids = new Set(scored().map(({ id }) => id));
    const asked = points().filter(({ question }) => ids.has(question.id));
    const ours = asked.map(({ key, spec }) => `${key} ${spec.type}`);
    const theirs = items().map(
      ({ question, part, type }) => `${part ? `${question}/${part}` : question} ${TYPES[type ?? ''] ?? type}`,
    );
    expect(theirs).toHaveLength(140);
    expect(ours.sort()).toEqual(theirs.sort());
  });
});

/** What the table calls a type, where it has another word for it. */
const TYPES: Readonly<Record<string, string>> = {
  single: 'yes-no',
  'multi-part': 'yes-no',
  'multi-select': 'multiple-choice',
  hvd: 'link-list',
};

function items(): readonly Record<string, string>[] {
  return parse(readFileSync(table, 'utf8'), { columns: true });
}

function sections() {
  return questionnaire.sections;
}

function questions(): readonly Question[] {
  return sections().flatMap((section) => section.questions.flatMap(withFollowUps));
}

function withFollowUps(question: Question): readonly Question[] {
  return [question, ...question.questions.flatMap(withFollowUps)];
}

function points(): readonly DataPoint[] {
  return outlineOf(questionnaire).points;
}

function scored(): readonly Question[] {
  const ids = new Set(nodesOf(framework.index).flatMap((node) => node.indicator?.question ?? []));
  const found = questions().filter(({ id }) => ids.has(id));
  expect(found).toHaveLength(62);
  return found;
}

function questionsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  return [condition.question];
}
