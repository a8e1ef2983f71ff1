/**
 * Whether something is there and where: a list of web addresses, or `no` (there is none), or `yes` (there is, and no
 * address can be given). Conditions and evidence rules see `yes` or `no`.
 * Must never: hold the same address twice, or `no` beside an address.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { entriesOf, excerpt, labelled, type QuestionType } from './question-type.js';
import { addressFault, canonicalAddress } from './web-address.js';

type LinkList = Extract<CellSpec, { readonly type: 'link-list' }>;

export const linkList: QuestionType<LinkList> = {
  id: 'link-list',
  choices: (spec) => [labelled('yes', spec.labels), labelled('no', spec.labels)],
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const entries = entriesOf(raw);
    const links = entries.filter((entry) => !isWord(entry));
    const words = [...new Set(entries.filter(isWord))];
    // A "yes" says no more than the addresses beside it.
    const value = links.length > 0 ? [...words.filter((word) => word === 'no'), ...links] : words;
    if (value.length === 0) return done(undefined);
    const problems = faultsOf(spec, value);
    return problems.length === 0 ? done(value) : refused(...problems);
  },
  check: (spec, value) => {
    if (typeof value !== 'object' || value.length === 0) {
      return [{ code: 'link-not-web', details: { link: excerpt(value) } }];
    }
    return faultsOf(spec, value);
  },
  write: (_spec, value) => (typeof value === 'object' ? value : [String(value)]),
  says: (_spec, value) => [typeof value === 'object' && value[0] === 'no' ? 'no' : 'yes'],
};

const isWord = (entry: string): boolean => entry === 'yes' || entry === 'no';

function faultsOf(spec: LinkList, value: readonly string[]): readonly Problem[] {
  if (value.length === 1 && value.every(isWord)) return [];
  if (value.some(isWord)) return [{ code: 'link-beside-word' }];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const link of value) {
    const fault = addressFault(link);
    if (fault !== undefined) problems.push(fault);
    else if (seen.has(canonicalAddress(link)))
      problems.push({ code: 'duplicate-link', details: { link: excerpt(link) } });
    else seen.add(canonicalAddress(link));
  }
  if (spec.atMost !== undefined && value.length > spec.atMost) {
    problems.push({ code: 'too-many-links', details: { most: spec.atMost, given: value.length } });
  }
  return problems;
}
