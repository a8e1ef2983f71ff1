/**
 * questionnaire.yaml as written → core's Questionnaire: numbers from ids, rules of evidence, conditions whose numbers are
 * numbers where the question tested has numbers.
 * Must never: check meaning that core checks.
 */
import type { EvidenceRule, Question, Questionnaire } from '../core/survey/questionnaire.js';
import { defined } from './defined.js';
import type { Note } from './note.js';
import type { QuestionFile, QuestionnaireFile } from './shapes/questionnaire-shape.js';
import { toAnswerSpec } from './to-answer-spec.js';
import { type IsNumeric, toCondition } from './to-condition.js';
import type { Path } from './tree.js';

export function toQuestionnaire(file: QuestionnaireFile, note: Note): Questionnaire {
  const isNumeric = numericIn(file.sections.flatMap((section) => section.questions));
  return defined({
    title: file.title,
    language: file.language,
    period: file.period,
    introduction: file.introduction,
    terms: Object.entries(file.terms ?? {}).map(([id, term]) => ({ id, ...term })),
    sections: file.sections.map((section, at) =>
      defined({
        id: section.id,
        title: section.title,
        lead: section.lead,
        questions: toQuestions(section.questions, { isNumeric, note, path: ['sections', at, 'questions'] }),
      }),
    ),
  });
}

interface Where {
  readonly isNumeric: IsNumeric;
  readonly note: Note;
  readonly path: Path;
}

function toQuestions(files: readonly QuestionFile[], where: Where): readonly Question[] {
  return files.map((file, at) => toQuestion(file, { ...where, path: [...where.path, at] }));
}

function toQuestion(file: QuestionFile, where: Where): Question {
  const when = file.when && toCondition(file.when, where.isNumeric, { ...where, path: [...where.path, 'when'] });
  return defined({
    id: file.id,
    number: file.number ?? file.id.replace(/^q(?=\d)/, ''),
    text: file.text,
    hint: file.hint,
    guidance: file.guidance,
    period: file.period,
    terms: file.terms ?? [],
    answer: toAnswerSpec(file, where),
    evidence: toEvidence(file.evidence),
    allows: file.allow ?? [],
    when,
    questions: toQuestions(file.questions ?? [], { ...where, path: [...where.path, 'questions'] }),
  });
}

function toEvidence(file: QuestionFile['evidence']): EvidenceRule {
  if (file === undefined) return { rule: 'none' };
  return typeof file === 'string' ? { rule: file } : { rule: 'required', when: file['required-when'] };
}

/** Which data points are answered with numbers. */
function numericIn(questions: readonly QuestionFile[]): IsNumeric {
  const numeric = new Set<string>();
  const isNumber = (type: string) => type === 'number' || type === 'scale';
  const visit = (file: QuestionFile): void => {
    if (file.type !== 'matrix') {
      if (isNumber(file.type)) numeric.add(file.id);
    } else {
      for (const row of file.rows) {
        if (file.cell && isNumber(file.cell.type)) numeric.add(`${file.id}/${row.id}`);
        for (const column of file.columns ?? []) {
          if (isNumber(column.type)) numeric.add(`${file.id}/${row.id}/${column.id}`);
        }
      }
    }
    file.questions?.forEach(visit);
  };
  questions.forEach(visit);
  return (question, part) => numeric.has(part === '' ? question : `${question}/${part}`);
}
