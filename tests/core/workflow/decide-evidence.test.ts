import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import {
  decideAttachment,
  decideWithdrawal,
  type EnteredEvidence,
  type EvidenceFacts,
} from '../../../src/core/workflow/decide-evidence.js';
import { type Evidence, SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const MB = 2 ** 20;
const facts = (given: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  outline: outlineOf(tinyQuestionnaire),
  status: 'in-progress',
  evidence: [],
  quota: { perFile: 10 * MB, perCountry: 30 * MB, perQuestion: 3 },
  ...given,
});
const LINK: EnteredEvidence = { id: 'e1', question: 'q1', title: 'The law', address: 'https://law.example/12' };
const aFile = (bytes = 1000) => ({ name: 'law.pdf', type: 'application/pdf', bytes, hash: 'abc' });
const FILE: EnteredEvidence = { id: 'e2', question: 'q1', title: 'The law', file: aFile() };
const kept = (id: string, bytes: number, question = 'q3'): Evidence => ({
  id,
  question,
  kind: 'file',
  title: 'Kept',
  file: aFile(bytes),
});
const faults = (entered: EnteredEvidence, given: Partial<EvidenceFacts> = {}) => {
  const decided = decideAttachment(facts(given), entered);
  return decided.ok ? [] : decided.problems.map(({ code, field }) => [field, code]);
};

describe('attaching evidence', () => {
  it('takes a link with all that was said of it', () => {
    const said = { language: 'fr', passage: 'p. 12, “ouvertes”', date: '2025-02-28' };
    expect(decideAttachment(facts(), { ...LINK, ...said })).toEqual({
      ok: true,
      value: [{ kind: 'evidence-attached', evidence: { ...LINK, ...said, kind: 'link' } }],
    });
  });

  it('takes a file, and leaves out what was left empty', () => {
    expect(decideAttachment(facts(), { ...FILE, language: ' ', passage: '', date: '', address: '' })).toEqual({
      ok: true,
      value: [{ kind: 'evidence-attached', evidence: { ...FILE, kind: 'file' } }],
    });
  });

  it('begins the submission', () => {
    expect(decideAttachment(facts({ status: 'not-started' }), LINK)).toMatchObject({
      value: [{ kind: 'submission-begun' }, { kind: 'evidence-attached' }],
    });
  });

  it('names all that is wrong at once', () => {
    const address = 'javascript:alert(1)';
    expect(faults({ ...LINK, title: ' ', date: '2025-02-30', address, passage: 'x'.repeat(2001) })).toEqual([
      ['title', 'title-required'],
      ['passage', 'text-too-long'],
      ['date', 'not-a-date'],
      ['address', 'link-not-web'],
    ]);
  });

  it('wants either an address or a file', () => {
    expect(faults({ id: 'e1', question: 'q1', title: 'The law' })).toEqual([['address', 'evidence-empty']]);
    expect(faults({ ...LINK, file: aFile() })).toEqual([['address', 'evidence-twofold']]);
  });

  it('keeps to the size of one file, of a country’s files, and the number on a question', () => {
    expect(faults({ ...FILE, file: aFile(10 * MB) })).toEqual([]);
    expect(faults({ ...FILE, file: aFile(10 * MB + 1) })).toEqual([['file', 'file-too-large']]);
    expect(faults({ ...FILE, file: aFile(0) })).toEqual([['file', 'file-empty']]);
    const almost = { evidence: [kept('a', 10 * MB), kept('b', 10 * MB), kept('c', 5 * MB)] };
    expect(faults({ ...FILE, file: aFile(5 * MB) }, almost)).toEqual([]);
    expect(faults({ ...FILE, file: aFile(5 * MB + 1) }, almost)).toEqual([['file', 'quota-full']]);
    expect(faults({ ...LINK, question: 'q3' }, almost)).toEqual([[undefined, 'too-much-evidence']]);
  });

  it('is refused on a question there is not, or of another section', () => {
    expect(faults({ ...LINK, question: 'q99' })).toEqual([[undefined, 'unknown-question']]);
    expect(faults(LINK, { section: 'access' })).toEqual([[undefined, 'unknown-question']]);
    expect(faults(LINK, { section: 'policy' })).toEqual([]);
  });
});

describe('taking evidence back', () => {
  const evidence = [kept('a', 1)];

  it('takes back what is there; a second time changes nothing', () => {
    expect(decideWithdrawal({ status: 'in-progress', evidence }, 'a')).toEqual({
      ok: true,
      value: [{ kind: 'evidence-withdrawn', id: 'a' }],
    });
    expect(decideWithdrawal({ status: 'returned', evidence: [] }, 'a')).toEqual({ ok: true, value: [] });
  });

  it('is refused, as attaching is, once the submission is out of the country’s hands', () => {
    const may = SUBMISSION_STATUSES.filter((status) => decideWithdrawal({ status, evidence }, 'a').ok);
    expect(may).toEqual(['not-started', 'in-progress', 'returned']);
    expect(SUBMISSION_STATUSES.filter((status) => decideAttachment(facts({ status }), LINK).ok)).toEqual(may);
  });
});
