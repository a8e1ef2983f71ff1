import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/core/workflow/roles.js';
import { takesBothSides } from '../../../src/core/workflow/two-sides.js';

const delegate: Grant = { role: 'delegate', edition: 'index-2026', country: 'XAA' };
const validator: Grant = { role: 'validator', edition: 'index-2026' };

describe('a person', () => {
  it('who answers for a country cannot judge answers of the same edition, whichever role came first', () => {
    expect(takesBothSides([delegate], validator)).toBe(true);
    expect(takesBothSides([validator], delegate)).toBe(true);
    expect(takesBothSides([{ role: 'secretariat', edition: '*' }], delegate)).toBe(true);
  });

  it('may judge in one edition and answer in another, sign for the own country, and read', () => {
    expect(takesBothSides([validator], { ...delegate, edition: 'index-2028' })).toBe(false);
    expect(takesBothSides([delegate], { ...delegate, role: 'signatory' })).toBe(false);
    expect(takesBothSides([validator], { role: 'reader', edition: 'index-2026' })).toBe(false);
    expect(takesBothSides([], delegate)).toBe(false);
  });
});
