/** Handing in: once, however often it is asked for; frozen, with a receipt; and what comes after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/core/workflow/roles.js';
import { askReopening, signOff } from '../../../src/journeys/answering/pass-on.js';
import { questionHistory } from '../../../src/journeys/answering/question-history.js';
import { submitAnswers } from '../../../src/journeys/answering/submit-answers.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, commit, delegateOf } from '../../fixtures/a-collected-edition.js';
import { aWorld } from '../../web/a-world.js';
import { anAccount } from '../../web/as.js';
import { at, codeOf, got, save, WHOLE } from './at-work.js';

let world: World;
let edition: string;
const people = new Map<string, Person>();
beforeAll(async () => {
  world = await aWorld();
  edition = await aCollectedEdition(world);
  for (const country of ['XAA', 'XAB', 'XAC']) {
    const account = await anAccount(world, delegateOf(country, edition).grants, `${country}@example.org`);
    people.set(country, { ...delegateOf(country, edition), account });
  }
});
afterAll(() => world.store.close());

const delegate = (country: string): Person => people.get(country) ?? delegateOf(country, edition);
const open = (country: string) => at(world, delegate(country), edition, country);
const hand = async (country: string) =>
  submitAnswers(world, { person: delegate(country), answering: await open(country) }, '/here');
const subject = (country: string) => ({ kind: 'submission', edition, country }) as const;

describe('submitting', () => {
  it('is refused with all that is missing, and empty', async () => {
    expect(codeOf(await hand('XAB'))).toBe('not-in-this-state');
    await aSubmission(world, { edition, country: 'XAB', answers: { q1: { value: 'whole' } } });
    const refused = await hand('XAB');
    const codes = refused.ok ? [] : refused.problems.map(({ code, field }) => `${code} ${field}`);
    expect(codes).toContain('evidence-required q1');
    expect(codes).toContain('unanswered q3');
  });

  it('a hundred times at once makes one transition, one line in the log and one message', async () => {
    await aSubmission(world, { edition, country: 'XAA', answers: WHOLE });
    const answering = await open('XAA');
    const asked = { person: delegate('XAA'), answering };
    const all = await Promise.all(Array.from({ length: 100 }, () => submitAnswers(world, asked, '/here')));
    const hashes = new Set(all.map((one) => got(one).hash));
    expect(hashes.size).toBe(1);
    expect([...hashes][0]).toMatch(/^[0-9a-f]{64}$/);
    const log = await world.store.history(subject('XAA'));
    expect(log.filter(({ change }) => change.kind === 'submission-submitted')).toHaveLength(1);
    expect(await world.store.snapshots(edition, 'XAA')).toHaveLength(1);
    const messages = (await world.store.outbox.list(50)).filter(({ template }) => template === 'receipt');
    expect(messages.map(({ to }) => to)).toEqual(['XAA@example.org']);
    const [taken] = await world.store.outbox.take('2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', 5);
    expect(taken?.details).toMatchObject({ hash: [...hashes][0], link: 'http://127.0.0.1:3000/here' });
  });

  it('closes the answers to their country, which may ask to have them back, with a reason', async () => {
    const now = await open('XAA');
    expect(codeOf(await save(world, delegate('XAA'), now, { answers: { q5: ['none'] } }))).toBe('not-in-this-state');
    const asked = { person: delegate('XAA'), answering: now };
    expect(await askReopening(world, asked, '  ')).toMatchObject({ problems: [{ field: 'reason' }] });
    for (let twice = 0; twice < 2; twice += 1) got(await askReopening(world, asked, 'A decree came out.'));
    expect(await world.store.submission(edition, 'XAA')).toMatchObject({
      status: 'submitted',
      asksReopening: true,
      reason: 'A decree came out.',
    });
    const log = await world.store.history(subject('XAA'));
    expect(log.filter(({ change }) => change.kind === 'reopening-asked')).toHaveLength(1);
  });

  it('is too late at the closing instant', async () => {
    await aSubmission(world, { edition, country: 'XAC', answers: WHOLE });
    let now = '2026-12-31T22:00:00.000Z';
    const late: World = { ...world, clock: () => now };
    const asked = async () => ({ person: delegate('XAC'), answering: await at(late, delegate('XAC'), edition, 'XAC') });
    expect(codeOf(await submitAnswers(late, await asked(), '/here'))).toBe('too-late');
    now = '2026-12-31T21:59:59.000Z';
    expect(codeOf(await submitAnswers(late, await asked(), '/here'))).toBe('ok');
  });
});

describe('signing off', () => {
  it('is the signatory’s, of what was validated, and once', async () => {
    const grants = [{ role: 'signatory', edition, country: 'XAC' }] as const;
    const person: Person = { account: 'signatory', name: 'S', grants };
    const asked = async (who: Person) => ({ person: who, answering: await at(world, who, edition, 'XAC') });
    expect(codeOf(await signOff(world, await asked(person)))).toBe('not-in-this-state');
    await commit(world, subject('XAC'), [{ kind: 'validation-begun' }, { kind: 'submission-validated' }]);
    expect(codeOf(await signOff(world, await asked(delegate('XAC'))))).toBe('not-permitted');
    const before = await asked(person);
    await Promise.all(Array.from({ length: 10 }, async () => got(await signOff(world, before))));
    expect((await world.store.submission(edition, 'XAC')).status).toBe('signed-off');
    const log = await world.store.history(subject('XAC'));
    expect(log.filter(({ change }) => change.kind === 'submission-signed-off')).toHaveLength(1);
  });
});

describe('the history of an answer', () => {
  it('says who, when, before and after, and keeps findings until checking is done with', async () => {
    const person = delegate('XAB');
    got(await save(world, person, await open('XAB'), { answers: { q1: ['some'] } }));
    got(await save(world, person, await open('XAB'), { comments: { q1: 'By decree.' } }));
    const told = got(await questionHistory(world, await open('XAB'), 'q1'));
    expect(told.lines.map(({ who, what }) => [who, what.kind])).toEqual([
      ['Person 2', 'remark'],
      ['Person 2', 'answer'],
      ['test', 'answer'],
    ]);
    expect(told.lines[1]?.what).toMatchObject({ before: { value: 'whole' }, after: { value: 'some' } });
    const adjusted = {
      kind: 'answer-assessed',
      key: 'q1',
      assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'Not in force.' },
    } as const;
    await commit(world, subject('XAB'), [
      { kind: 'submission-submitted', snapshot: { answers: {}, remarks: {}, evidence: [] }, hash: 'h' },
      { kind: 'validation-begun' },
      adjusted,
    ]);
    const kinds = async () =>
      got(await questionHistory(world, await open('XAB'), 'q1')).lines.map(({ what }) => what.kind);
    expect(await kinds()).not.toContain('adjusted');
    await commit(world, subject('XAB'), [{ kind: 'submission-returned', reason: 'See question 1.' }]);
    expect(await kinds()).toContain('adjusted');
    expect((await world.store.submission(edition, 'XAB')).answers).toMatchObject({ q1: { value: 'some' } });
  });
});
