/**
 * An edition from its file and the figures beside it, checked against its definition.
 * Must never: hand out an edition that has an error.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CheckedDefinition } from './check-definition.js';
import { defined } from './defined.js';
import { type DefinitionPart, partOf } from './definition-part.js';
import { didYouMean } from './did-you-mean.js';
import { faultsOf, isError } from './faults.js';
import type { Countries, Definition, Edition, Fault } from './library.js';
import type { Note } from './note.js';
import { noteAnalyses } from './note-analyses.js';
import { countryFault } from './read-countries.js';
import { readDefinitionFile } from './read-definition-file.js';
import { type FiguresRead, readFigures } from './read-figures.js';
import { type EditionFile, editionShape } from './shapes/edition-shape.js';
import { type Path, treeAt } from './tree.js';

export interface CheckedEdition {
  readonly id: string;
  /** The definition it names, whether or not there is one. */
  readonly definition?: string;
  /** Only where there is no error, here or in the definition. */
  readonly edition?: Edition;
  readonly faults: readonly Fault[];
}

export interface EditionContext {
  readonly definitions: ReadonlyMap<string, CheckedDefinition>;
  readonly countries: Countries;
}

interface Draft {
  readonly file: EditionFile;
  readonly figures?: FiguresRead;
}

export function readEdition(file: string, context: EditionContext): CheckedEdition {
  const id = basename(file, '.yaml');
  const part: DefinitionPart<Draft> = partOf(
    readDefinitionFile(file, editionShape),
    (written: EditionFile, note: Note): Draft => draftOf(file, written, { ...context, note }),
    false,
  );
  const draft = part.value;
  const figuresFile = join(dirname(file), draft?.file.figures?.file ?? '');
  const faults = [
    ...faultsOf(file, part.findings),
    ...faultsOf(
      figuresFile,
      (draft?.figures?.faults ?? []).map(({ line, message }) => ({ at: { line, column: 1 }, level: 'error', message })),
    ),
  ];
  const definition = draft && context.definitions.get(draft.file.definition)?.definition;
  const sound = draft !== undefined && definition !== undefined && !faults.some(isError);
  const edition = sound ? editionOf(id, draft, definition) : undefined;
  const named = part.read.tree && treeAt(part.read.tree, ['definition']);
  return defined({ id, definition: named?.kind === 'text' ? named.text : undefined, edition, faults });
}

interface Drafting extends EditionContext {
  readonly note: Note;
}

function draftOf(path: string, file: EditionFile, drafting: Drafting): Draft {
  const { definitions, note } = drafting;
  const checked = definitions.get(file.definition);
  if (checked === undefined) {
    const meant = didYouMean(file.definition, definitions.keys());
    note(
      ['definition'],
      `there is no definition '${file.definition}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`,
    );
  }
  const figures =
    file.figures && checked?.definition && figuresOf(path, file, { ...drafting, definition: checked.definition });
  noteCountries(file, figures, drafting);
  if (checked?.definition !== undefined) noteAnalyses(file, checked.definition, note);
  return defined({ file, figures });
}

function figuresOf(
  path: string,
  file: EditionFile,
  drafting: Drafting & { readonly definition: Definition },
): FiguresRead | undefined {
  const { definition, note, countries } = drafting;
  const { framework, method } = definition;
  const depth = framework.levels.findIndex((level) => level.name === file.figures?.level);
  if (depth < 0) {
    note(
      ['figures', 'level'],
      `the definition has no level '${file.figures?.level}': it has ${framework.levels.map((l) => l.name).join(', ')}`,
    );
    return undefined;
  }
  const table = join(dirname(path), file.figures?.file ?? '');
  if (!existsSync(table)) {
    note(['figures', 'file'], `there is no file '${file.figures?.file}' beside the edition`);
    return undefined;
  }
  const groups = file.groups.map((group) => group.id);
  return readFigures(readFileSync(table), { framework, scale: method.scale, depth, groups, countries });
}

/** Who takes part, is withheld, is a member: all known, each once; members and withheld take part. */
function noteCountries(file: EditionFile, figures: FiguresRead | undefined, { note, countries }: Drafting): void {
  const taking = file.countries ?? figures?.countries;
  if ((file.countries === undefined) === (file.figures === undefined)) {
    note([], "an edition has either 'figures' or a list of 'countries'");
  }
  const listed = (codes: readonly string[], path: Path, known: readonly string[] | undefined): void => {
    codes.forEach((code, at) => {
      const unknown = countryFault(code, countries);
      if (unknown !== undefined) note([...path, at], unknown);
      else if (codes.indexOf(code) < at) note([...path, at], `${code} is there twice`);
      else if (known?.includes(code) === false) note([...path, at], `${code} does not take part in the edition`);
    });
  };
  listed(file.countries ?? [], ['countries'], undefined);
  file.groups.forEach((group, at) => {
    listed(group.countries, ['groups', at, 'countries'], taking);
  });
  for (const code of Object.keys(file.withheld ?? {})) {
    if (taking?.includes(code) === false) note(['withheld', code], `${code} does not take part in the edition`);
  }
  noteGroups(file, note);
}

function noteGroups({ groups, 'main-group': main }: EditionFile, note: Note): void {
  const ids = groups.map((group) => group.id);
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) note(['groups', at, 'id'], `there are two groups '${id}'`);
  });
  if (!ids.includes(main)) note(['main-group'], `there is no group '${main}': there are ${ids.join(', ')}`);
}

function editionOf(id: string, { file, figures }: Draft, definition: Definition): Edition {
  return defined({
    id,
    title: file.title,
    series: file.series,
    year: file.year,
    definition,
    kind: file.kind,
    date: file.date,
    countries: [...(file.countries ?? figures?.countries ?? [])].sort(),
    withheld: file.withheld ?? {},
    groups: file.groups.map(({ id, name, short, on, countries }) => ({
      id,
      name,
      shortName: short ?? name,
      on,
      countries: [...countries].sort(),
    })),
    mainGroup: file['main-group'],
    comparability: file.comparability,
    figures: figures &&
      file.figures && {
        given: figures.given,
        published: figures.published,
        publishedGroups: figures.publishedGroups,
        precision: file.figures.precision,
        decimals: file.figures.decimals,
      },
    source: file.source,
    citation: file.citation,
    address: file.address,
    notice: file.notice,
    analyses: file.analyses ?? definition.robustness.analyses.map((analysis) => analysis.id),
  });
}
