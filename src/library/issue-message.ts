/**
 * What zod finds → a sentence in the author's words. Sentences of our own shapes pass through behind the name of the key.
 * Must never: name a type of JavaScript.
 */
import type { z } from 'zod';
import { didYouMean } from './did-you-mean.js';
import { quoted } from './shapes/scalars.js';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
};

/** The sentence for one issue; `input` is what stands at its path, undefined where nothing does. */
export function issueMessage(issue: z.core.$ZodIssue, input: unknown): string {
  const key = issue.path.at(-1);
  const name = typeof key === 'string' ? `'${key}'` : 'this';
  if (input === undefined) return `${name} is missing`;
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(input)}`;
    case 'invalid_value':
      return isOurs(issue.message) ? `${name} ${issue.message}` : oneOf(name, input, issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(name, input, issue.options.map(String))
        : `${name} cannot be ${kindOf(input)}`;
    case 'invalid_key':
      return `the key ${issue.issues[0]?.message ?? 'cannot be used'}`;
    default:
      return issue.message.startsWith("'") ? issue.message : `${name} ${issue.message}`;
  }
}

/** `unknown key 'wieght'; did you mean 'weight'?` */
export function unknownKeyMessage(key: string, meant: string | undefined): string {
  return `unknown key ${quoted(key)}${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function oneOf(name: string, input: unknown, known: readonly string[]): string {
  const list = known.length === 1 ? `'${known[0]}'` : `one of ${known.join(', ')}`;
  if (typeof input !== 'string' || input === '') return `${name} must be ${list}, not ${kindOf(input)}`;
  const meant = didYouMean(input, known);
  return `${name} must be ${list}, not ${quoted(input)}${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function kindOf(input: unknown): string {
  if (input === '') return 'empty';
  if (typeof input === 'string') return `the text ${quoted(input)}`;
  return Array.isArray(input) ? 'a list' : 'a group of keys';
}

const isOurs = (message: string): boolean => message.startsWith('must be');
