/**
 * One field of a plain form as views/partials/entry.ejs prints it: label, hint, what was typed, what is wrong with it.
 * Must never: give a password back to a page.
 */
import type { Problem } from '../core/problem.js';
import type { Words } from '../core/text/words.js';

export interface EntryView {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly hint: string;
  readonly value: string;
  readonly errors: readonly string[];
}

interface Entry {
  readonly name: string;
  /** Key of its label. */
  readonly label: string;
  readonly type: EntryView['type'];
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
}

export function entryView(words: Words, problems: readonly Problem[], entry: Entry): EntryView {
  const { name, type, autocomplete, hint = '', value = '' } = entry;
  return {
    name,
    type,
    autocomplete,
    hint,
    label: words.say(entry.label),
    value: type === 'password' ? '' : value,
    errors: errorsAt(words, problems, name),
  };
}

export const errorsAt = (words: Words, problems: readonly Problem[], field: string | undefined): readonly string[] =>
  problems.filter((problem) => problem.field === field).map(({ code, details }) => words.say(code, details));
