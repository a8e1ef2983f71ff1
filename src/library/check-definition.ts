/**
 * A definition checked whole: shape first, then meaning, all faults of all its files at once, each where it stands.
 * Must never: hand out a definition that has an error.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Method } from '../core/scoring/method.js';
import { checkMeaning } from './check-meaning.js';
import { type Counts, countDefinition, countLevels, type LevelCount } from './count-definition.js';
import { defined } from './defined.js';
import { type Parts, partOf } from './definition-part.js';
import { faultsOf, isError, sortFaults } from './faults.js';
import type { Definition, Fault } from './library.js';
import { readDefinitionFile } from './read-definition-file.js';
import { frameworkShape } from './shapes/framework-shape.js';
import { methodShape } from './shapes/method-shape.js';
import { questionnaireShape } from './shapes/questionnaire-shape.js';
import { toFramework } from './to-framework.js';
import { toQuestionnaire } from './to-questionnaire.js';

export interface CheckedDefinition {
  readonly id: string;
  /** Only where there is no error. */
  readonly definition?: Definition;
  readonly faults: readonly Fault[];
  readonly counts: Counts;
  readonly levels: readonly LevelCount[];
}

/** Checks the folder of a definition; faults name its files by the folder as it was given. */
export function checkDefinition(folder: string): CheckedDefinition {
  const parts = readParts(folder);
  checkMeaning(parts);
  const files = [parts.questionnaire, parts.framework, parts.method].filter((part) => part !== undefined);
  const faults = sortFaults(files.flatMap((part) => faultsOf(part.file, part.findings)));
  const id = basename(resolve(folder));
  const definition = faults.some(isError) ? undefined : definitionOf(id, parts);
  const known = defined({ questionnaire: parts.questionnaire?.value, framework: parts.framework.value });
  return defined({ id, definition, faults, counts: countDefinition(known), levels: countLevels(known.framework) });
}

function readParts(folder: string): Parts {
  const at = (name: string) => join(folder, name);
  const questionnaire = existsSync(at('questionnaire.yaml'))
    ? partOf(readDefinitionFile(at('questionnaire.yaml'), questionnaireShape), toQuestionnaire, false)
    : undefined;
  return defined({
    questionnaire,
    framework: partOf(readDefinitionFile(at('framework.yaml'), frameworkShape), toFramework, true),
    method: partOf(readDefinitionFile(at('method.yaml'), methodShape), (method: Method) => method, false),
  });
}

function definitionOf(id: string, { questionnaire, framework, method }: Parts): Definition | undefined {
  if (framework.value === undefined || method.value === undefined) return undefined;
  const hash = createHash('sha256');
  for (const part of [framework, method, questionnaire]) {
    if (part) hash.update(`${basename(part.file)} ${part.bytes.length}\n`).update(part.bytes);
  }
  return defined({
    id,
    questionnaire: questionnaire?.value,
    framework: framework.value,
    method: method.value,
    hash: hash.digest('hex'),
  });
}
