/**
 * The analyses that an edition names, held against its definition and against what there is to vary in it.
 * Must never: let an interval be shown that could not but be a point.
 */
import type { Input } from '../core/robustness/scenarios/input.js';
import { prepare } from '../core/scoring/prepare.js';
import { didYouMean } from './did-you-mean.js';
import type { Definition, PlannedAnalysis } from './library.js';
import type { Note } from './note.js';
import { inputsOf } from './robustness-plan.js';
import type { EditionFile } from './shapes/edition-shape.js';

/** Each is one of the method's, named once, and varies something in an edition of figures. */
export function noteAnalyses(file: EditionFile, definition: Definition, note: Note): void {
  const { analyses } = definition.robustness;
  const idle = file.kind === 'published' ? analyses.filter((one) => isIdle(one, file, definition)) : [];
  const known = analyses.map(({ id }) => id);
  if (file.analyses === undefined) {
    for (const { id } of idle) note([], `${idleWords(id)}: name the others under 'analyses'`);
    return;
  }
  file.analyses.forEach((id, at, all) => {
    const path = ['analyses', at];
    if (all.indexOf(id) < at) note(path, `${id} is there twice`);
    else if (!known.includes(id)) {
      const meant = didYouMean(id, known);
      const asked = meant === undefined ? `: it has ${known.join(', ')}` : `; did you mean '${meant}'?`;
      note(path, `the method has no analysis '${id}'${asked}`);
    } else if (idle.some((one) => one.id === id)) note(path, idleWords(id));
  });
}

const idleWords = (id: string): string =>
  `the analysis '${id}' varies nothing that the figures of this edition hang on`;

/** Figures replace what lies below them: no answer, no indicator and no weight there moves anything. */
function isIdle({ vary }: PlannedAnalysis, { figures }: EditionFile, { framework, method }: Definition): boolean {
  const depth = framework.levels.findIndex(({ name }) => name === figures?.level);
  const read = inputsOf(vary, { framework, method });
  if (!('inputs' in read)) return false;
  if (depth < 0) return read.inputs.length === 0;
  const { nodes, placeOf } = prepare(framework, method);
  const depthOf = (place: number): number => (place < 0 ? -1 : 1 + depthOf(nodes[place]?.parent ?? -1));
  const isAbove = (id: string): boolean => depthOf(placeOf.get(id) ?? -1) <= depth;
  return !read.inputs.some((input) => moves(input, isAbove));
}

function moves(input: Input, isAbove: (id: string) => boolean): boolean {
  if (input.kind === 'weights') return input.nodes === undefined || input.nodes.some(isAbove);
  return input.kind === 'aggregate' || input.kind === 'missing';
}
