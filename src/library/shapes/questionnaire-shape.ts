/**
 * The shape of questionnaire.yaml: what is asked, in the order of asking. Strict: a key nobody reads is a slip of the pen.
 * Must never: know what is scored.
 */
import { z } from 'zod';
import { type AnswerFile, answerVariants } from './answer-shape.js';
import { conditionShape } from './condition-shape.js';
import { id, text } from './scalars.js';

const evidence = z
  .union([
    z.enum(['none', 'optional']),
    z.strictObject({
      'required-when': z
        .array(text('An answer.').meta({ type: ['string', 'number'] }))
        .min(1, 'is an empty list')
        .describe('Answers that need a link or document beside them.'),
    }),
  ])
  .describe(
    'Whether a link or document supports the answer: none (if not said), optional, or required when answered so.',
  );

const own = {
  id: id('What answers, conditions and indicators call the question.'),
  number: text('What the reader sees; if not said, the id, without its q before digits.')
    .meta({ type: ['string', 'number'] })
    .exactOptional(),
  text: text('The question.'),
  hint: text('How to answer, in one short line.').exactOptional(),
  guidance: text('What counts and what does not; paragraphs are separated by an empty line.').exactOptional(),
  period: text('The time the question asks about, where it differs from the questionnaire’s.').exactOptional(),
  terms: z.array(id('Id of a term.')).describe('Ids of defined terms the question relies on.').exactOptional(),
  evidence: evidence.exactOptional(),
  allow: z
    .array(z.enum(['not-known', 'not-applicable']))
    .describe('Statements accepted in place of an answer.')
    .exactOptional(),
  when: conditionShape.exactOptional(),
};

type Own = z.output<z.ZodObject<typeof own>>;
export type QuestionFile = Own & AnswerFile & { readonly questions?: readonly QuestionFile[] | undefined };

const subQuestions = z
  .array(z.lazy((): z.ZodType<QuestionFile> => questionShape))
  .describe('Sub-questions: asked only where this question is asked, and their own condition holds.')
  .exactOptional();

const questionShape = z
  .discriminatedUnion('type', [...answerVariants({ ...own, questions: subQuestions })])
  .meta({ id: 'question', description: 'A question, answered as its type says.' }) as z.ZodType<QuestionFile>;

const term = z.strictObject({
  term: text('The word or phrase.'),
  definition: text('What it means here.'),
});

const section = z.strictObject({
  id: id('What addresses call the section.'),
  title: text('Title of the section.'),
  lead: text('One or two sentences under the title.').exactOptional(),
  questions: z.array(questionShape).min(1, 'needs at least one question').describe('The questions, in order.'),
});

export const questionnaireShape = z
  .strictObject({
    title: text('Title of the questionnaire.'),
    language: text('BCP 47 tag of the language the texts stand in: en, fr, pt-BR.').refine(isLanguage, {
      error: 'must be a language tag such as en, fr or pt-BR',
    }),
    period: text('The time the questions ask about, in words.').exactOptional(),
    introduction: text('What the person who answers should know first.').exactOptional(),
    terms: z.record(id('Id of the term.'), term).describe('Words used in a defined sense, by id.').exactOptional(),
    sections: z.array(section).min(1, 'needs at least one section').describe('The sections, in the order of asking.'),
  })
  .describe('What is asked.');

export type QuestionnaireFile = z.output<typeof questionnaireShape>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
