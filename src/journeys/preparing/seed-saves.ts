/**
 * What an invented country saved, section by section as a person would: answers with remarks, then the documents that support
 * them. A country that is not through has stopped at its share of the questionnaire.
 * Must never: answer what is not asked; attach a document that exists.
 */
import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '../../core/problem.js';
import { answerAt } from '../../core/survey/answer-at.js';
import type { Answer } from '../../core/survey/answers.js';
import { needsEvidence } from '../../core/survey/check-answers.js';
import { typeOf } from '../../core/survey/question-types/index.js';
import type { DataPoint } from '../../core/survey/questionnaire.js';
import type { Entered } from '../../core/survey/read-answer.js';
import { standingOf } from '../../core/survey/standing.js';
import type { SubmissionChange } from '../../core/workflow/change.js';
import { decideAttachment } from '../../core/workflow/decide-evidence.js';
import { decidePage } from '../../core/workflow/decide-page.js';
import type { Submission } from '../../store/store.js';
import { noise } from './noise.js';
import { NOBODY } from './seed-people.js';
import type { Step, Telling } from './seed-step.js';

/** Between two saves of a country. */
const PAUSE = 19 * 3_600_000;
const QUOTA = { perFile: 0, perCountry: 0, perQuestion: 5 };
/** Share of the questions with welcome, but not demanded, evidence that get some. */
const WELCOME = 0.3;

export function savesOf(telling: Telling): readonly Step[] {
  const { outline, state, people, first } = telling;
  const points = outline.points.slice(0, Math.ceil(outline.points.length * state.answered));
  const sections = outline.questionnaire.sections.filter(({ id }) => points.some((point) => isIn(telling, point, id)));
  return sections.map(({ id }, place) => {
    const inSection = points.filter((point) => isIn(telling, point, id));
    const contributors = people.of('contributor', state.country, id);
    return {
      by: contributors === NOBODY ? people.of('delegate', state.country) : contributors,
      at: new Date(Date.parse(first) + place * PAUSE).toISOString(),
      decide: (submission) => decideSave(telling, submission, inSection),
    };
  });
}

const isIn = ({ outline }: Telling, { question }: DataPoint, section: string): boolean =>
  outline.questions.get(question.id)?.section.id === section;

function decideSave(
  telling: Telling,
  submission: Submission,
  points: readonly DataPoint[],
): Outcome<readonly SubmissionChange[]> {
  const page = decidePage(
    { ...submission, outline: telling.outline },
    { answers: enteredOf(telling, points), remarks: remarksOf(telling, points) },
  );
  if (page.problems.length > 0) return refused(...page.problems);
  const attached = attachmentsOf(telling, points);
  const problems = attached.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return refused(...problems);
  return done([...page.changes, ...attached.flatMap((one) => (one.ok ? one.value : []))]);
}

function enteredOf({ answers }: Telling, points: readonly DataPoint[]): ReadonlyMap<string, Entered> {
  return new Map(
    points.flatMap((point) => {
      const answer = answerAt(answers, point.key);
      return answer === undefined ? [] : [[point.key, asEntered(point, answer)] as const];
    }),
  );
}

const asEntered = ({ spec }: DataPoint, answer: Answer): Entered =>
  'missing' in answer ? { values: [], status: answer.missing } : { values: typeOf(spec).write(spec, answer.value) };

function remarksOf({ material, state }: Telling, points: readonly DataPoint[]) {
  const here = new Set(points.map(({ question }) => question.id));
  const own = material.remarks.filter(({ country, question }) => country === state.country && here.has(question));
  return new Map(own.map(({ question, confidence, comment }) => [question, { confidence, comment }] as const));
}

/** A link for each answer that demands one, and for some that welcome one. */
function attachmentsOf(
  telling: Telling,
  points: readonly DataPoint[],
): readonly Outcome<readonly SubmissionChange[]>[] {
  const { outline, answers, state, material, nameOf } = telling;
  const { country } = state;
  const standing = standingOf(outline, answers);
  const facts = { outline, status: 'in-progress', evidence: [], quota: QUOTA } as const;
  return [...new Set(points.map(({ question }) => question.id))].flatMap((question) => {
    const outlined = outline.questions.get(question);
    if (outlined === undefined || !standing.isQuestionAsked(question)) return [];
    const chance = noise('evidence', country, question);
    const isWelcome = outlined.question.evidence.rule === 'optional' && chance < WELCOME;
    const document = material.documents[Math.floor(chance * material.documents.length)];
    if (document === undefined || !(isWelcome || needsEvidence(outlined, standing))) return [];
    const { title, language, passage } = document;
    const entered = {
      ...{ id: idOf(country, question), question, language, passage, date: '2016-05-12' },
      title: title.replaceAll('{country}', nameOf(country)),
      address: `https://documents.${country.toLowerCase()}.example/${question}`,
    };
    return [decideAttachment(facts, entered)];
  });
}

/** The same on every machine; nothing hangs on its being hard to guess, since a link is not a file. */
const idOf = (country: string, question: string): string =>
  createHash('sha256').update(`demonstration-2026 ${country} ${question}`).digest('hex').slice(0, 32);
