/**
 * What a question may be answered with, as written in questionnaire.yaml: the `type` and the keys that go with it. The same
 * variants serve a question, the cell of a matrix and a column of a matrix, each with its own keys beside them.
 * Must never: give a choice points.
 */
import { z } from 'zod';
import { conditionShape } from './condition-shape.js';
import { flag, id, isoDate, number, text, wholeNumber } from './scalars.js';

const option = z.strictObject({
  id: id('What answers and rules call the option.'),
  label: text('What the reader sees.'),
  hint: text('One line under the label.').exactOptional(),
  exclusive: flag('In a multiple choice: cannot be ticked together with another option.').exactOptional(),
});
const options = (what: string) => z.array(option).min(2, 'needs at least two entries').describe(what);
const labels = z
  .record(z.string(), text('A label.'))
  .describe('Labels in place of the type’s own wording of its choices (and of the ends of a scale).')
  .exactOptional();

const row = z.strictObject({
  id: id('The part of the question that this row is.'),
  text: text('What the row asks.'),
  group: text('Rows with the same heading stand together under it.').exactOptional(),
  when: conditionShape.exactOptional(),
});

/** The cell types as variants of one object that also has the keys of `beside`. */
const cellVariants = <S extends z.ZodRawShape>(beside: S) =>
  [
    z.strictObject({ ...beside, type: z.literal('yes-no'), labels }),
    z.strictObject({ ...beside, type: z.literal('requirement'), labels }),
    z.strictObject({ ...beside, type: z.literal('frequency'), labels }),
    z.strictObject({ ...beside, type: z.literal('share'), labels }),
    z.strictObject({
      ...beside,
      type: z.literal('single-choice'),
      options: options('What can be chosen, one of them.'),
    }),
    z.strictObject({
      ...beside,
      type: z.literal('multiple-choice'),
      options: options('What can be ticked, any of them.'),
    }),
    z.strictObject({ ...beside, type: z.literal('rating'), levels: options('Named levels, from worst to best.') }),
    z.strictObject({
      ...beside,
      type: z.literal('scale'),
      to: wholeNumber('The scale goes from 0 to this.', 1, 100),
      labels,
    }),
    z.strictObject({
      ...beside,
      type: z.literal('number'),
      unit: text('What is counted: datasets, euros, per cent.').exactOptional(),
      from: number('Least number accepted.').exactOptional(),
      to: number('Greatest number accepted.').exactOptional(),
      integer: flag('true: whole numbers only.').exactOptional(),
    }),
    z.strictObject({
      ...beside,
      type: z.literal('date'),
      from: isoDate('Earliest day accepted.').exactOptional(),
      to: isoDate('Latest day accepted.').exactOptional(),
    }),
    z.strictObject({
      ...beside,
      type: z.literal('text'),
      long: flag('true: several lines.').exactOptional(),
      'at-most': wholeNumber('Most characters accepted.', 1, 20_000).exactOptional(),
    }),
    z.strictObject({
      ...beside,
      type: z.literal('link-list'),
      'at-most': wholeNumber('Most links accepted.', 1, 100).exactOptional(),
      labels,
    }),
  ] as const;

const cellShape = z.discriminatedUnion('type', [...cellVariants({})]).describe('What each cell is answered with.');
export type CellFile = z.output<typeof cellShape>;

const column = z.discriminatedUnion('type', [
  ...cellVariants({ id: id('Second half of the part: row/column.'), text: text('Heading of the column.') }),
]);

/** Every question type with the keys of `beside`, the matrix included. */
export const answerVariants = <S extends z.ZodRawShape>(beside: S) =>
  [
    ...cellVariants(beside),
    z.strictObject({
      ...beside,
      type: z.literal('matrix'),
      rows: z.array(row).min(1, 'needs at least one row').describe('The rows, in order.'),
      cell: cellShape.exactOptional(),
      columns: z
        .array(column)
        .min(1, 'needs at least one column')
        .describe('Several columns, in place of `cell`.')
        .exactOptional(),
    }),
  ] as const;

const bare = z.discriminatedUnion('type', [...answerVariants({})]);
export type AnswerFile = z.output<typeof bare>;
