/** What the workflow refuses is said in sentences that can be read, whatever the state. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeWords } from '../../../src/core/text/make-words.js';
import { EDITION_STATUSES, SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { wrongState } from '../../../src/core/workflow/wrong-state.js';

const catalogue = parse(readFileSync('views/texts/en/workflow.yaml', 'utf8')) as Record<string, string>;
const words = makeWords(catalogue, 'en');

describe('the wording of the workflow', () => {
  it('has a sentence of its own for each state', () => {
    const statuses = [...SUBMISSION_STATUSES, ...EDITION_STATUSES];
    const sentences = statuses.map((status) => words.say('not-in-this-state', wrongState(status).details));
    expect(new Set(sentences).size).toBe(statuses.length);
    expect(sentences).not.toContain(words.say('not-in-this-state', { state: 'unheard of' }));
  });

  it('fills in what a sentence names', () => {
    expect(words.say('edition-unsettled', { count: 2, countries: 'XAA, XAB' })).toContain('2 submissions are');
    expect(words.say('file-too-large', { most: 10 })).toContain('10 MB');
  });
});
