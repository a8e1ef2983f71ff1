/**
 * A condition as written in questionnaire.yaml: `{ question: q12, is: yes }`, combined by `all`, `any`, `not`.
 * One open shape rather than a union, so that a slip is named where it stands; to-condition.ts checks what goes together.
 * Must never: evaluate anything.
 */
import { z } from 'zod';
import { flag, id, text } from './scalars.js';

export interface ConditionFile {
  readonly all?: readonly ConditionFile[];
  readonly any?: readonly ConditionFile[];
  readonly not?: ConditionFile;
  readonly question?: string;
  readonly part?: string;
  readonly is?: string | readonly string[];
  readonly includes?: string;
  readonly 'at-least'?: string;
  readonly answered?: boolean;
}

const answer = (what: string) => text(what).meta({ type: ['string', 'number'], description: what });
const self = z.lazy((): z.ZodType<ConditionFile> => conditionShape);

export const conditionShape: z.ZodType<ConditionFile> = z
  .strictObject({
    all: z.array(self).min(1, 'is an empty list').describe('Holds when every one of these holds.').exactOptional(),
    any: z.array(self).min(1, 'is an empty list').describe('Holds when at least one of these holds.').exactOptional(),
    not: self.exactOptional(),
    question: id('Id of the question whose answer is tested.').exactOptional(),
    part: partId('In a matrix: the row, or row/column.').exactOptional(),
    is: z
      .union([answer('An answer.'), z.array(answer('An answer.')).min(1, 'is an empty list')])
      .describe('The answer is this, or one of these.')
      .exactOptional(),
    includes: answer('In a multiple choice: this option is among those ticked.').exactOptional(),
    'at-least': answer('The answer is this or better (types with an order), or this number or more.').exactOptional(),
    answered: flag('true: there is an answer, whatever it is.').exactOptional(),
  })
  .meta({ id: 'condition', description: 'When a question or a matrix row is asked.' });

/** The part of a question: '' is never written, a matrix cell is `row` or `row/column`. */
export function partId(what: string) {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/, 'must be a row, or row/column, of a matrix')
    .meta({ type: ['string', 'number'], description: what });
}
