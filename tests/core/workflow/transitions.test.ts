import { describe, expect, it } from 'vitest';
import { type EditionStatus, SUBMISSION_STATUSES, type SubmissionStatus } from '../../../src/core/workflow/statuses.js';
import {
  EDITION_TRANSITIONS,
  SUBMISSION_TRANSITIONS,
  submissionAfter,
} from '../../../src/core/workflow/transitions.js';

const waysOf = (lines: readonly { readonly from: string; readonly to: string }[], from: string) => [
  ...new Set(lines.filter((line) => line.from === from && line.to !== from).map(({ to }) => to)),
];

function reachable(lines: readonly { readonly from: string; readonly to: string }[], start: string): Set<string> {
  const seen = new Set([start]);
  for (const state of seen) for (const next of waysOf(lines, state)) seen.add(next);
  return seen;
}

describe('a submission', () => {
  it('passes these ways and no other', () => {
    const ways = Object.fromEntries(
      SUBMISSION_STATUSES.map((from) => [from, waysOf(SUBMISSION_TRANSITIONS, from).sort()]),
    );
    expect(ways satisfies Record<string, string[]>).toEqual({
      'not-started': ['excluded', 'in-progress'],
      'in-progress': ['excluded', 'submitted'],
      submitted: ['excluded', 'in-progress', 'in-validation', 'validated'],
      'in-validation': ['excluded', 'returned', 'validated'],
      returned: ['excluded', 'in-progress', 'submitted'],
      validated: ['excluded', 'in-validation', 'signed-off'],
      'signed-off': ['in-validation'],
      excluded: ['in-progress'],
    } satisfies Record<SubmissionStatus, SubmissionStatus[]>);
  });

  it('never gets stuck: from every state every later state can be reached', () => {
    for (const status of SUBMISSION_STATUSES) {
      const others = SUBMISSION_STATUSES.filter((other) => other !== 'not-started' && other !== status);
      expect(others.filter((other) => !reachable(SUBMISSION_TRANSITIONS, status).has(other))).toEqual([]);
    }
  });

  it('is led to one state by one action, whatever the edition', () => {
    const ends = new Map<string, Set<string>>();
    for (const { action, from, to } of SUBMISSION_TRANSITIONS) {
      ends.set(`${action} ${from}`, (ends.get(`${action} ${from}`) ?? new Set()).add(to));
    }
    expect([...ends].filter(([, states]) => states.size > 1)).toEqual([]);
    expect(submissionAfter('reopen', 'submitted')).toBe('in-progress');
    expect(submissionAfter('reopen', 'signed-off')).toBe('in-validation');
    expect(submissionAfter('submit', 'submitted')).toBeUndefined();
  });
});

describe('an edition', () => {
  it('passes these ways and no other', () => {
    const ways = EDITION_TRANSITIONS.map(({ action, from, to }) => `${action}: ${from} → ${to}`);
    expect(ways).toEqual([
      'open-edition: preparing → collecting',
      'open-edition: collecting → validating',
      'open-edition: validating → collecting',
      'open-edition: validating → previewing',
      'open-edition: previewing → validating',
      'publish: previewing → published',
      'publish: published → published',
      'analyse: collecting → collecting',
      'analyse: validating → validating',
      'analyse: previewing → previewing',
      'analyse: published → published',
    ]);
  });

  it('once published stays published', () => {
    expect([...reachable(EDITION_TRANSITIONS, 'published' satisfies EditionStatus)]).toEqual(['published']);
  });
});
