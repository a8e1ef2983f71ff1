/** The board tells who is late by the instant of the deadline, and takes nobody for late who was given the answers back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBoard } from '../../../src/journeys/validating/load-board.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, delegateOf, SECRETARY } from '../../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../../fixtures/tiny-survey.js';
import { aWorld } from '../../web/a-world.js';

let world: World;
let now = '2026-11-21T12:00:00.000Z';
const edition = 'board-2026';
beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  await aCollectedEdition(world, { id: edition, closes: '2026-12-31T22:00:00Z' });
  const answers = tinyAnswers.get('XAB') ?? {};
  const given = { kind: 'submission-reopened', reason: 'Once more' } as const;
  await aSubmission(world, { edition, country: 'XAA', answers });
  await aSubmission(world, { edition, country: 'XAB', answers, more: [given] });
});
afterAll(() => world.store.close());

async function lateness(at: string): Promise<Record<string, unknown>> {
  now = at;
  const board = await loadBoard(world, SECRETARY, edition);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return Object.fromEntries(board.value.rows.map(({ country, late }) => [country, late]));
}

it('calls nobody late before the instant, and the deadline itself late', async () => {
  const before = await lateness('2026-12-31T21:59:59.000Z');
  expect(before).toEqual({ XAA: undefined, XAB: undefined, XAC: { kind: 'not-begun', days: 0 } });
  const late = { kind: 'late', days: 0 };
  expect(await lateness('2026-12-31T22:00:00.000Z')).toEqual({ XAA: late, XAB: undefined, XAC: late });
});

it('asks after those that have not begun from a fortnight before', async () => {
  expect((await lateness('2026-12-17T21:59:59.000Z')).XAC).toBeUndefined();
  expect((await lateness('2026-12-17T22:00:00.000Z')).XAC).toEqual({ kind: 'not-begun', days: 14 });
});

it('puts those first that need attention', async () => {
  now = '2027-01-03T00:00:00.000Z';
  const board = await loadBoard(world, SECRETARY, edition);
  expect(board.ok && board.value.rows.map(({ country }) => country)).toEqual(['XAA', 'XAC', 'XAB']);
});

it('is not there for a country’s own people', async () => {
  const refused = await loadBoard(world, delegateOf('XAA', edition), edition);
  expect(refused).toEqual({ ok: false, problems: [{ code: 'not-permitted' }] });
});
