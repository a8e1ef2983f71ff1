/** Changes and stamps as the tests of the store use them. */
import type { Change } from '../../src/core/workflow/change.js';
import type { Stamp, Subject } from '../../src/store/store.js';

export const recorded = (key: string, value: string): Change => ({ kind: 'answer-recorded', key, answer: { value } });

export const of = (country: string, edition = 'demo'): Subject => ({ kind: 'submission', edition, country });

export function stamp(expecting: number, given: Partial<Stamp> = {}): Stamp {
  return { subject: of('XAA'), by: 'Ilse Marn', at: '2026-11-21T12:03:00.000Z', expecting, ...given };
}
