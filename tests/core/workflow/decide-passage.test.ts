import { describe, expect, it } from 'vitest';
import { decidePassage, decideReasonedPassage } from '../../../src/core/workflow/decide-passage.js';
import { SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';

/** From which states, and what happens: written out, so that a slip in the tables shows. */
const PLAIN = {
  'begin-validation': { from: ['submitted'], kind: 'validation-begun' },
  validate: { from: ['submitted', 'in-validation'], kind: 'submission-validated' },
  'sign-off': { from: ['validated'], kind: 'submission-signed-off' },
} as const;
const REASONED = {
  return: { from: ['in-validation'], kind: 'submission-returned' },
  'ask-reopening': { from: ['submitted', 'in-validation', 'validated', 'signed-off'], kind: 'reopening-asked' },
  reopen: { from: ['submitted', 'validated', 'signed-off'], kind: 'submission-reopened' },
  exclude: {
    from: ['not-started', 'in-progress', 'submitted', 'in-validation', 'returned', 'validated'],
    kind: 'submission-excluded',
  },
  readmit: { from: ['excluded'], kind: 'submission-readmitted' },
} as const;
type Plain = keyof typeof PLAIN;
type Reasoned = keyof typeof REASONED;

describe('a submission', () => {
  it.each(Object.keys(PLAIN) as Plain[])('to %s: from its own states only', (action) => {
    const { from, kind } = PLAIN[action];
    for (const status of SUBMISSION_STATUSES) {
      expect(decidePassage({ status }, action)).toMatchObject(
        (from as readonly string[]).includes(status)
          ? { ok: true, value: [{ kind }] }
          : { ok: false, problems: [{ code: 'not-in-this-state', details: { status } }] },
      );
    }
  });

  it.each(Object.keys(REASONED) as Reasoned[])('to %s: from its own states only, and with a reason', (action) => {
    const { from, kind } = REASONED[action];
    for (const status of SUBMISSION_STATUSES) {
      const may = (from as readonly string[]).includes(status);
      expect(decideReasonedPassage({ status }, action, 'q5 has no source')).toMatchObject(
        may
          ? { ok: true, value: [{ kind, reason: 'q5 has no source' }] }
          : { ok: false, problems: [{ code: 'not-in-this-state', details: { status } }] },
      );
      const without = decideReasonedPassage({ status }, action, ' \n');
      expect(without).toMatchObject({
        ok: false,
        problems: [may ? { code: 'reason-required', field: 'reason' } : { code: 'not-in-this-state' }],
      });
    }
  });

  it('a reason is kept as typed, up to 2000 characters', () => {
    const decide = (reason: string) => decideReasonedPassage({ status: 'in-validation' }, 'return', reason);
    expect(decide('é'.repeat(2000)).ok).toBe(true);
    expect(decide('é'.repeat(2001))).toMatchObject({ problems: [{ code: 'text-too-long', field: 'reason' }] });
    expect(decide('<b>q5</b>\r\n=1+1')).toMatchObject({ value: [{ reason: '<b>q5</b>\n=1+1' }] });
  });
});
