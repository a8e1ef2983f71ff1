/**
 * A definition checked whole: shape first, then meaning, all faults of all its files at once, each where it stands.
 * Must never: hand out a definition that has an error.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Method } from '../core/scoring/method.js';
import { checkMeaning } from './check-meaning.js';
import { checkRobustness, planOf } from './check-robustness.js';
import { type Counts, countDefinition, countLevels, type LevelCount } from './count-definition.js';
import { defined } from './defined.js';
import { type Parts, partOf } from './definition-part.js';
import { faultsOf, isError, sortFaults } from './faults.js';
import type { Definition, Fault } from './library.js';
import { type FileRead, missingFile, readDefinitionFile, readDefinitionText } from './read-definition-file.js';
import { frameworkShape } from './shapes/framework-shape.js';
import { type MethodFile, methodFileShape } from './shapes/method-shape.js';
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
  const read: Read = (name, shape) => readDefinitionFile(join(folder, name), shape);
  const notes = join(folder, NOTES);
  return check(basename(resolve(folder)), {
    read,
    asks: existsSync(join(folder, FILES.questionnaire)),
    notes: existsSync(notes) ? readFileSync(notes, 'utf8') : '',
  });
}

/** Checks a definition from the texts of its files, by name, as they were frozen; faults name the files alone. */
export function checkDefinitionTexts(id: string, files: Readonly<Record<string, string>>): CheckedDefinition {
  const textOf = (name: string): string | undefined => (Object.hasOwn(files, name) ? files[name] : undefined);
  const read: Read = (name, shape) => {
    const text = textOf(name);
    return text === undefined ? missingFile(name) : readDefinitionText(name, Buffer.from(text), shape);
  };
  return check(id, { read, asks: textOf(FILES.questionnaire) !== undefined, notes: textOf(NOTES) ?? '' });
}

const FILES = { questionnaire: 'questionnaire.yaml', framework: 'framework.yaml', method: 'method.yaml' } as const;
const NOTES = 'NOTES.md';

type Read = <T>(name: string, shape: z.ZodType<T>) => FileRead<T>;

/** Where the files come from: a folder, or texts. */
interface Origin {
  readonly read: Read;
  /** Whether there is a questionnaire. */
  readonly asks: boolean;
  readonly notes: string;
}

function check(id: string, origin: Origin): CheckedDefinition {
  const parts = readParts(origin);
  checkMeaning(parts);
  checkRobustness(parts.method, parts.robustness, parts.framework.value);
  const files = [parts.questionnaire, parts.framework, parts.method].filter((part) => part !== undefined);
  const faults = sortFaults(files.flatMap((part) => faultsOf(part.file, part.findings)));
  const definition = faults.some(isError) ? undefined : definitionOf(id, origin.notes, parts);
  const known = defined({ questionnaire: parts.questionnaire?.value, framework: parts.framework.value });
  return defined({ id, definition, faults, counts: countDefinition(known), levels: countLevels(known.framework) });
}

function readParts({ read, asks }: Origin): Parts {
  const questionnaire = asks
    ? partOf(read(FILES.questionnaire, questionnaireShape), toQuestionnaire, false)
    : undefined;
  const method = read(FILES.method, methodFileShape);
  return defined({
    questionnaire,
    framework: partOf(read(FILES.framework, frameworkShape), toFramework, true),
    method: partOf(method, ({ robustness: _robustness, ...recipe }: MethodFile): Method => recipe, false),
    robustness: method.value?.robustness ?? {},
  });
}

function definitionOf(
  id: string,
  notes: string,
  { questionnaire, framework, method, robustness }: Parts,
): Definition | undefined {
  if (framework.value === undefined || method.value === undefined) return undefined;
  const hash = createHash('sha256');
  const files: Record<string, string> = notes === '' ? {} : { [NOTES]: notes };
  for (const part of [framework, method, questionnaire]) {
    if (part === undefined) continue;
    const name = basename(part.file);
    hash.update(`${name} ${part.bytes.length}\n`).update(part.bytes);
    // Sound files are UTF-8, so that these texts give the same bytes again.
    files[name] = Buffer.from(part.bytes).toString('utf8');
  }
  return defined({
    id,
    questionnaire: questionnaire?.value,
    framework: framework.value,
    method: method.value,
    robustness: planOf(robustness, method.value),
    hash: hash.digest('hex'),
    files,
  });
}
