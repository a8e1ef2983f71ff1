/**
 * JSON Schemas of the YAML files, for editors: made from the very shapes that check them.
 * Must never: be edited by hand.
 */
import { z } from 'zod';
import { editionShape } from './shapes/edition-shape.js';
import { frameworkShape } from './shapes/framework-shape.js';
import { methodFileShape } from './shapes/method-shape.js';
import { questionnaireShape } from './shapes/questionnaire-shape.js';

const SHAPES = {
  questionnaire: questionnaireShape,
  framework: frameworkShape,
  method: methodFileShape,
  edition: editionShape,
} as const;

/** File name → text, one per kind of file. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SHAPES).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-07' });
      return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
