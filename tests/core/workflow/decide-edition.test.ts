import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/problem.js';
import type { EditionGroup } from '../../../src/core/workflow/change.js';
import { decideCreation, type EnteredEdition } from '../../../src/core/workflow/decide-creation.js';
import {
  type CountriesFacts,
  decideCalendar,
  decideCountries,
  decideGroups,
} from '../../../src/core/workflow/decide-edition.js';
import {
  decideEditionMove,
  decidePublication,
  type EditionMoveFacts,
  type PublicationFacts,
} from '../../../src/core/workflow/decide-edition-move.js';
import { EDITION_STATUSES, type SubmissionStatus } from '../../../src/core/workflow/statuses.js';

const faults = (decided: Outcome<unknown>) =>
  decided.ok ? [] : decided.problems.map(({ code, field }) => [field, code]);
const codes = (decided: Outcome<unknown>) => faults(decided).map(([, code]) => code);
const definition = { id: 'tiny', hash: 'abc', files: { 'method.yaml': 'title: x' } };

describe('making an edition', () => {
  const ENTERED: EnteredEdition = {
    id: 'index-2026',
    title: 'Index 2026',
    series: 'Index',
    year: ' 2026 ',
    invented: false,
    definition,
  };
  const make = (given: Partial<EnteredEdition> = {}) =>
    decideCreation({ taken: new Set(['index-2024']) }, { ...ENTERED, ...given });

  it('freezes the definition into it', () => {
    const facts = { title: 'Index 2026', series: 'Index', year: 2026, invented: false };
    expect(make()).toEqual({ ok: true, value: [{ kind: 'edition-created', facts, definition }] });
  });

  it('names all that is wrong at once', () => {
    expect(faults(make({ id: 'Index 2026', title: '', series: ' ', year: '26', definition: undefined }))).toEqual([
      ['id', 'edition-id-malformed'],
      ['title', 'title-required'],
      ['series', 'series-required'],
      ['year', 'year-malformed'],
      ['definition', 'definition-required'],
    ]);
  });

  it('takes an id that can stand in an address, and that nobody has', () => {
    expect(codes(make({ id: 'index-2024' }))).toEqual(['edition-id-taken']);
    for (const id of ['', 'new', '*', 'a--b', '-a', 'a-', 'é', '../a', 'a/b', 'a\n', 'x'.repeat(61)]) {
      expect([id, ...codes(make({ id }))]).toEqual([id, 'edition-id-malformed']);
    }
    for (const id of ['a', '2026', 'a-1-b', 'x'.repeat(60)]) expect(make({ id }).ok).toBe(true);
  });
});

const aGroup = (given: Partial<EditionGroup> = {}): EditionGroup => ({
  id: 'north',
  name: 'Northern countries',
  shortName: 'North',
  on: '2026-01-01',
  countries: ['XAA', 'XAB'],
  ...given,
});

describe('the countries of an edition', () => {
  const choose = (entered: readonly string[], given: Partial<CountriesFacts> = {}) =>
    decideCountries(
      { status: 'preparing', known: new Set(['XAA', 'XAB', 'XAC']), begun: new Set(), groups: [], ...given },
      entered,
    );

  it('are kept sorted, each once', () => {
    expect(choose(['XAB', 'XAA', 'XAB'])).toEqual({
      ok: true,
      value: [{ kind: 'edition-countries-set', countries: ['XAA', 'XAB'] }],
    });
  });

  it('are at least one, and known', () => {
    expect(codes(choose([]))).toEqual(['countries-required']);
    expect(codes(choose(['XAA', 'ZZZ', 'xaa']))).toEqual(['country-not-known', 'country-not-known']);
  });

  it('cannot be taken out once they have begun, or while they are in a group', () => {
    const given = { begun: new Set(['XAA']), groups: [aGroup()] };
    expect(codes(choose(['XAC'], given))).toEqual(['country-has-begun', 'country-in-group']);
    expect(choose(['XAA', 'XAB', 'XAC'], given).ok).toBe(true);
  });

  it('can be changed until the results are previewed', () => {
    expect(EDITION_STATUSES.filter((status) => choose(['XAA'], { status }).ok)).toEqual([
      'preparing',
      'collecting',
      'validating',
    ]);
  });
});

describe('the groups of an edition', () => {
  const set = (groups: readonly EditionGroup[], mainGroup = 'north') =>
    decideGroups({ countries: ['XAA', 'XAB'] }, { groups, mainGroup });

  it('are set together with the main one; there may be none', () => {
    const groups = [aGroup(), aGroup({ id: 'small', countries: ['XAB'] })];
    expect(set(groups)).toEqual({ ok: true, value: [{ kind: 'edition-groups-set', groups, mainGroup: 'north' }] });
    expect(set([], '').ok).toBe(true);
    expect(codes(set([], 'north'))).toEqual(['main-group-unknown']);
    expect(codes(set(groups, 'south'))).toEqual(['main-group-unknown']);
    expect(codes(set(groups, ''))).toEqual(['main-group-unknown']);
  });

  it('have an id of their own, a name, a day that exists, and members that take part', () => {
    expect(codes(set([aGroup(), aGroup()]))).toEqual(['group-id-taken']);
    expect(codes(set([aGroup({ id: 'North' })], 'North'))).toEqual(['group-id-malformed']);
    expect(codes(set([aGroup({ name: ' ' })]))).toEqual(['group-name-required']);
    expect(codes(set([aGroup({ shortName: '' })]))).toEqual(['group-name-required']);
    expect(codes(set([aGroup({ on: '2026-02-30' })]))).toEqual(['group-date-malformed']);
    expect(codes(set([aGroup({ countries: [] })]))).toEqual(['group-empty']);
    expect(codes(set([aGroup({ countries: ['XAA', 'XAA'] })]))).toEqual(['group-country-twice']);
    expect(set([aGroup({ countries: ['XAA', 'XAC'] })])).toMatchObject({
      problems: [{ code: 'group-country-absent', details: { country: 'XAC' }, field: 'north' }],
    });
  });
});

describe('the closing date', () => {
  const now = '2026-05-01T10:00:00Z';
  const set = (closes?: string) =>
    decideCalendar({ status: 'collecting', now }, closes === undefined ? {} : { closes });

  it('is an instant in UTC that is still to come, or none', () => {
    expect(set('2026-05-01T10:00:01Z')).toMatchObject({
      value: [{ kind: 'edition-calendar-set', calendar: { closes: '2026-05-01T10:00:01Z' } }],
    });
    expect(set()).toEqual({ ok: true, value: [{ kind: 'edition-calendar-set', calendar: {} }] });
    expect(faults(set(now))).toEqual([['closes', 'closing-past']]);
  });

  it('is not guessed at', () => {
    const slips = [
      '',
      'tomorrow',
      '2026-06-30',
      '2026-06-30T22:00',
      '2026-06-30T24:00Z',
      '2026-06-31T22:00Z',
      '2026-06-30T22:00+02:00',
    ];
    for (const slip of slips) expect([slip, ...codes(set(slip))]).toEqual([slip, 'closing-malformed']);
    for (const sound of ['2026-06-30T22:00Z', '2026-06-30T22:00:00.000Z']) expect(set(sound).ok).toBe(true);
  });

  it('can be moved until the results are previewed', () => {
    const may = EDITION_STATUSES.filter((status) => decideCalendar({ status, now }, {}).ok);
    expect(may).toEqual(['preparing', 'collecting', 'validating']);
  });
});

const submissions = (...pairs: readonly (readonly [string, SubmissionStatus])[]) => new Map(pairs);
const UNSETTLED = ['submitted', 'in-validation', 'returned'] as const;
const SETTLED = ['not-started', 'in-progress', 'validated', 'signed-off', 'excluded'] as const;

describe('an edition', () => {
  const facts = (given: Partial<EditionMoveFacts> = {}): EditionMoveFacts => ({
    status: 'preparing',
    countries: ['XAA', 'XAB'],
    calendar: { closes: '2026-06-30T22:00:00Z' },
    submissions: submissions(),
    now: '2026-05-01T10:00:00Z',
    ...given,
  });

  it('moves one step at a time, back where that is meant, and never to published by a move', () => {
    const moves = EDITION_STATUSES.flatMap((status) =>
      EDITION_STATUSES.filter((to) => decideEditionMove(facts({ status }), to).ok).map((to) => `${status} → ${to}`),
    );
    expect(moves).toEqual([
      'preparing → collecting',
      'collecting → validating',
      'validating → collecting',
      'validating → previewing',
      'previewing → validating',
    ]);
    expect(decideEditionMove(facts(), 'collecting')).toEqual({
      ok: true,
      value: [{ kind: 'edition-moved', to: 'collecting' }],
    });
    expect(codes(decideEditionMove(facts(), 'published'))).toEqual(['not-in-this-state']);
  });

  it('opens and is extended only with countries, and before its closing date', () => {
    for (const status of ['preparing', 'validating'] as const) {
      expect(codes(decideEditionMove(facts({ status, countries: [] }), 'collecting'))).toEqual(['countries-required']);
      const past = facts({ status, now: '2026-06-30T22:00:00Z' });
      expect(codes(decideEditionMove(past, 'collecting'))).toEqual(['closing-past']);
      expect(decideEditionMove({ ...past, calendar: {} }, 'collecting').ok).toBe(true);
    }
  });

  it('is previewed once nothing is being checked any more', () => {
    const preview = (...statuses: readonly SubmissionStatus[]) =>
      decideEditionMove(
        facts({ status: 'validating', submissions: submissions(...statuses.map((s, at) => [`XA${at}`, s] as const)) }),
        'previewing',
      );
    expect(preview(...SETTLED).ok).toBe(true);
    for (const status of UNSETTLED) {
      expect(preview('validated', status)).toMatchObject({
        problems: [{ code: 'edition-unsettled', details: { count: 1, countries: 'XA1' } }],
      });
    }
  });
});

describe('publishing', () => {
  const facts = (given: Partial<PublicationFacts> = {}): PublicationFacts => ({
    status: 'previewing',
    submissions: submissions(['XAA', 'validated']),
    published: 0,
    hash: (text) => `hash of ${text}`,
    ...given,
  });

  it('is one change, numbered from 1, under the hash of what is published', () => {
    expect(decidePublication(facts(), { note: '', snapshot: '{}' })).toEqual({
      ok: true,
      value: [{ kind: 'edition-published', number: 1, note: '', snapshot: '{}', hash: 'hash of {}' }],
    });
  });

  it('of a correction says what was corrected', () => {
    const again = facts({ status: 'published', published: 1 });
    expect(faults(decidePublication(again, { note: ' ', snapshot: '{}' }))).toEqual([['note', 'note-required']]);
    expect(decidePublication(again, { note: 'XAB: q5.', snapshot: '{}' })).toMatchObject({
      value: [{ number: 2, note: 'XAB: q5.' }],
    });
    expect(codes(decidePublication(again, { note: 'x'.repeat(2001), snapshot: '{}' }))).toEqual(['text-too-long']);
  });

  it('happens from a preview, or again, and from no other state', () => {
    const publish = (given: Partial<PublicationFacts>) =>
      decidePublication(facts(given), { note: 'n', snapshot: '{}' });
    expect(EDITION_STATUSES.filter((status) => publish({ status }).ok)).toEqual(['previewing', 'published']);
    for (const status of UNSETTLED) {
      expect(codes(publish({ submissions: submissions(['XAA', status]) }))).toEqual(['edition-unsettled']);
    }
  });
});
