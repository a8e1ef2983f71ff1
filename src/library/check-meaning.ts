/**
 * The checks of core on what could be read, with their paths turned into places.
 * Must never: know a rule of meaning itself.
 */
import { checkMeasures, type MeasureFault } from '../core/scoring/check-measures.js';
import type { Framework } from '../core/scoring/framework.js';
import { checkQuestionnaire } from '../core/survey/check-questionnaire.js';
import { addFinding, type DefinitionPart, type Parts } from './definition-part.js';
import { type Path, treeAt } from './tree.js';

/** Adds the findings to the parts they concern. */
export function checkMeaning(parts: Parts): void {
  const { questionnaire, framework, method } = parts;
  const files = [questionnaire, framework, method].filter((part) => part !== undefined);
  const doubtful = new Set(files.flatMap((part) => [...part.doubtful]));
  if (questionnaire?.value) {
    for (const said of checkQuestionnaire(questionnaire.value)) {
      const { path } = said;
      addFinding(questionnaire, said, doubtful);
      // An id used twice: which of the two other places mean, and which number it makes, cannot be said.
      if (path.at(-1) === 'id' && said.level === 'error') {
        questionnaire.noted.push([...path.slice(0, -1), 'number']);
        for (const name of namesAt(questionnaire, path)) doubtful.add(name);
      }
    }
  }
  for (const { file, ...said } of measureFaults(parts)) {
    addFinding(file === 'framework' ? framework : method, said, doubtful);
  }
}

function namesAt(part: DefinitionPart<unknown>, path: Path): readonly string[] {
  const id = part.read.tree && treeAt(part.read.tree, path);
  return id?.kind === 'text' ? [id.text] : [];
}

function measureFaults({ questionnaire, framework, method }: Parts): readonly MeasureFault[] {
  const recipe = method.value ? { method: method.value } : {};
  if (framework.value === undefined) return checkMeasures({ framework: UNREAD, ...recipe }).filter(isAboutMethodAlone);
  const asked = questionnaire && { questionnaire: questionnaire.value ?? ('unreadable' as const) };
  return checkMeasures({ framework: framework.value, ...recipe, ...asked });
}

/** Stands for a framework that could not be read: then nothing is said about nodes. */
const UNREAD: Framework = {
  title: '',
  levels: [{ name: 'index', plural: 'indices' }],
  index: { id: 'index', name: '', weight: 1, children: [] },
  rollUps: [],
};

function isAboutMethodAlone({ file, path }: MeasureFault): boolean {
  return file === 'method' && !path.includes('nodes');
}
