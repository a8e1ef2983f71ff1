/** Templates: what they include sees their names, and whatever is shown is escaped as EJS does it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ejs from 'ejs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateAt } from '../../src/render/compile-template.js';

const folder = mkdtempSync(join(tmpdir(), 'alidade-templates-'));

function template(name: string, text: string): string {
  const file = join(folder, `${name}.ejs`);
  writeFileSync(file, text);
  return file;
}

describe('a template', () => {
  it('hands its names to what it includes, and those given there come before them', () => {
    template('inner', '<%= a %><%= b %>');
    const outer = template('outer', "<%- include('inner', { b: 'own' }) %> <%- include('inner') %> <%= b %>");
    expect(templateAt(outer)({ a: 'A', b: 'B' })).toBe('Aown AB B');
  });

  it('names itself and the line where its view lacks a name', () => {
    const lacking = template('lacking', 'one\n<%= missing %>');
    expect(() => templateAt(lacking)({})).toThrow(/lacking\.ejs:2[\s\S]*missing is not defined/);
  });

  it('sees nothing that its view inherits', () => {
    expect(() => templateAt(template('prototype', '<%= a %>'))({ __proto__: { a: 1 } })).toThrow('a is not defined');
  });

  it('escapes every text as EJS does', () => {
    const shown = templateAt(template('shown', '<p title="<%= text %>">'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'&<>"\'a;#39') })), (text) => {
        expect(shown({ text })).toBe(ejs.render('<p title="<%= text %>">', { text }));
      }),
    );
    expect(shown({ text: undefined })).toBe('<p title="">');
    expect(shown({ text: 0 })).toBe('<p title="0">');
  });
});
