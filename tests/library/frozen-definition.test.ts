/** A definition frozen into an edition: the same again from the texts of its files, or every fault of them. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinition, checkDefinitionTexts } from '../../src/library/check-definition.js';
import { freezeDefinition, thawDefinition } from '../../src/library/frozen-definition.js';
import { loadLibrary } from '../../src/library/load-library.js';

const loaded = loadLibrary('.');
if (!('library' in loaded)) throw new Error(JSON.stringify(loaded.faults));
const { library } = loaded;

/** A library from which the definition was taken away. */
const GONE = { definitions: new Map() };

const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));

describe('a frozen definition', () => {
  it.each([...library.definitions.keys()])('of %s is the one it was frozen from', (id) => {
    const frozen = freezeDefinition(library, id);
    expect(frozen.ok).toBe(true);
    if (!frozen.ok) return;
    expect(thawDefinition(frozen.value, GONE)).toEqual(library.definitions.get(id));
    expect(thawDefinition({ ...frozen.value }, GONE)).toBe(thawDefinition(frozen.value, GONE));
  });

  it("is the library's own as long as no letter of it was changed there", () => {
    const frozen = freezeDefinition(library, 'odb-2014');
    if (!frozen.ok) throw new Error('not frozen');
    const now = library.definitions.get('odb-2014');
    const other = { ...frozen.value, files: { ...frozen.value.files, 'NOTES.md': 'Other notes.' } };
    expect(thawDefinition(other, library)).not.toBe(now);
    expect(thawDefinition(other, library).files['NOTES.md']).toBe('Other notes.');
    expect(thawDefinition({ ...frozen.value, files: { ...frozen.value.files } }, library)).toBe(now);
  });

  it('is not to be had of a definition that is not there', () => {
    const frozen = freezeDefinition(library, 'nowhere');
    expect(!frozen.ok && frozen.problems).toEqual([{ code: 'unknown-definition', details: { definition: 'nowhere' } }]);
  });

  it('has every fault at the same place as in its folder', () => {
    const folder = 'tests/fixtures/definitions/ten-faults';
    const inFolder = checkDefinition(folder).faults.map((fault) => ({
      ...fault,
      file: fault.file.replace(`${folder}/`, ''),
    }));
    expect(inFolder.length).toBeGreaterThan(9);
    expect(checkDefinitionTexts('ten-faults', textsIn(folder)).faults).toEqual(inFolder);
  });

  it('says which file is missing', () => {
    const { faults, definition } = checkDefinitionTexts('none', {});
    expect(definition).toBeUndefined();
    expect(faults.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'framework.yaml: the file is missing',
      'method.yaml: the file is missing',
    ]);
  });

  it('is refused where a file is no longer what was frozen', () => {
    const frozen = freezeDefinition(library, 'ourdata-2023');
    if (!frozen.ok) throw new Error('not frozen');
    const { files } = frozen.value;
    const changed = {
      ...frozen.value,
      id: 'changed',
      files: { ...files, 'method.yaml': `${files['method.yaml']}# more\n` },
    };
    expect(() => thawDefinition(changed, library)).toThrow('another hash');
    expect(() => thawDefinition({ ...changed, files: { ...files, 'method.yaml': 'title: 1' } }, library)).toThrow(
      'method.yaml:',
    );
  });
});
