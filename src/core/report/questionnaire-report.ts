/**
 * The questionnaire on paper: blank, with everything a delegate needs to answer it, or filled with a country's answers.
 * Must never: show a score, or an answer of a question that was not asked.
 */
import type { Answers } from '../survey/answers.js';
import { countQuestionnaire } from '../survey/count-questionnaire.js';
import { type Outline, outlineOf } from '../survey/outline.js';
import { progressOf } from '../survey/progress.js';
import type { DataPoint, Questionnaire } from '../survey/questionnaire.js';
import { type Standing, standingOf } from '../survey/standing.js';
import type { Words } from '../text/words.js';
import { answerWords, choiceWords } from './answer-words.js';
import { conditionWords } from './condition-words.js';
import type { Block, DataTable, Document } from './document.js';
import type { Material } from './material.js';
import { editionOf } from './overview.js';
import { questionBlocks } from './question-blocks.js';
import { openingNotes } from './source-note.js';

/** @throws when the edition has no questionnaire: callers ask first. */
export function questionnaireReport(material: Material, country?: string): Document {
  const { questionnaire, words, edition } = material;
  if (questionnaire === undefined) throw new Error(`edition ${edition.id} has no questionnaire`);
  const outline = outlineOf(questionnaire);
  const answers: Answers | undefined = country === undefined ? undefined : (material.answersOf(country) ?? {});
  const standing = answers === undefined ? undefined : standingOf(outline, answers);
  return {
    name: `${edition.id}-questionnaire${country === undefined ? '' : `-${country}`}`,
    title: titleOf(material, outline, { country, standing }),
    lead: questionnaire.title,
    language: questionnaire.language,
    edition: editionOf(material),
    blocks: [
      ...openingNotes(material),
      ...paragraphs(questionnaire.introduction),
      ...(questionnaire.period === undefined
        ? []
        : [measure(words.say('report.questionnaire.period', { period: questionnaire.period }))]),
      ...questionnaire.sections.flatMap((section): readonly Block[] => [
        { kind: 'heading', level: 2, id: `section-${section.id}`, text: section.title },
        ...paragraphs(section.lead),
        ...section.questions.flatMap((question) => questionBlocks({ words, outline, standing }, question)),
      ]),
      ...glossary(questionnaire, words),
    ],
    data: pointsTable(words, outline, standing),
  };
}

interface Filled {
  readonly country: string | undefined;
  readonly standing: Standing | undefined;
}

function titleOf({ words, nameOf, edition }: Material, outline: Outline, { country, standing }: Filled): string {
  const { questionnaire } = outline;
  if (country === undefined || standing === undefined) {
    const { questions } = countQuestionnaire(questionnaire);
    const details = { count: questions, sections: questionnaire.sections.length, edition: edition.title };
    return words.say('report.questionnaire.title-blank', details);
  }
  const { answered, asked } = progressOf(outline, standing);
  return words.say('report.questionnaire.title-filled', { country: nameOf(country), answered, asked });
}

const measure = (text: string): Block => ({ kind: 'paragraph', tone: 'measure', text });

/** A text whose paragraphs are separated by a blank line. */
function paragraphs(text: string | undefined): readonly Block[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}

function glossary({ terms }: Questionnaire, words: Words): readonly Block[] {
  if (terms.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'terms', text: words.say('report.questionnaire.terms') },
    {
      kind: 'list',
      items: terms.map(({ term, definition }) => [{ text: term, strong: true }, { text: `: ${definition}` }]),
    },
  ];
}

const COLUMNS = [
  'data_point',
  'section',
  'question_number',
  'question_text',
  'row_text',
  'column_text',
  'type',
  'choices',
  'condition',
  'answer',
] as const;

function pointsTable(words: Words, outline: Outline, standing: Standing | undefined): DataTable {
  const columns = standing === undefined ? COLUMNS.slice(0, -1) : COLUMNS;
  return {
    columns: columns.map((name) => ({ name, description: words.say(`report.data.${name.replaceAll('_', '-')}`) })),
    rows: outline.points.map((point) => [
      ...pointCells(words, outline, point),
      ...(standing === undefined ? [] : [answerWords(words, point.spec, standing.readings.get(point.key))]),
    ]),
  };
}

function pointCells(words: Words, outline: Outline, point: DataPoint): DataTable['rows'][number] {
  const { question, spec } = point;
  const condition = point.when ?? question.when;
  const choices = choiceWords(words, spec).map(({ id, label }) =>
    words.say('report.questionnaire.choice', { id, label }),
  );
  return [
    point.key,
    outline.questions.get(question.id)?.section.title ?? null,
    question.number,
    question.text,
    point.rowText ?? null,
    point.columnText ?? null,
    spec.type,
    choices.length === 0 ? null : choices.join(' | '),
    condition === undefined ? null : conditionWords(words, outline, condition),
  ];
}
