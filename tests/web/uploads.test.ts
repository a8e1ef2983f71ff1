/** Files sent as evidence: what is taken, under which name it comes back, and that no browser opens it as a page of ours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition } from '../fixtures/a-collected-edition.js';
import { PDF, PNG } from '../journeys/answering/files.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';

const EDITION = 'tiny-2026';
let world: World;
let as: ReturnType<typeof people>;
let agent: Agent;
beforeAll(async () => {
  world = await aWorld();
  await aCollectedEdition(world);
  as = people(world, EDITION);
  agent = await as.delegateOf('XAA');
});
afterAll(() => world.store.close());

const ALL = `/editions/${EDITION}/countries/XAA/answers`;
const evidence = async () => (await world.store.submission(EDITION, 'XAA')).evidence;

function upload(content: Buffer, name: string, title = name, from = agent) {
  const sent = from.post(`${ALL}/policy`).set('Accept', 'application/json').field('revision', '0');
  return sent.field('q1:evidence-title', title).attach('q1:evidence-file', content, name);
}

/** Names that have misled browsers, servers and people elsewhere. */
const NAMES = [
  'decree.pdf',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'decree.pdf.exe',
  'decree.html',
  'Διάταγμα 14.pdf',
  'fdp.\u202eexe',
  'a"; filename="evil.html',
  "a'b`c$(id).pdf",
  '.htaccess',
  'con',
  '%00.html',
  '%2e%2e%2fa.pdf',
  `${'long'.repeat(80)}.pdf`,
  '=cmd|calc.pdf',
];

/** A plain name, and for other signs the same in UTF-8: no quote, no line end and no folder in either. */
const SAVED_AS =
  /^attachment; filename=("[^"\\/\r\n]*\.pdf"|[^"\\/\s;]*\.pdf)(; filename\*=UTF-8''[\w.%~!$&()*+-]*\.pdf)?$/;

describe('an upload', () => {
  it.each(NAMES)('comes back as an attachment that ends as what it is: %s', async (name) => {
    const content = Buffer.concat([PDF, Buffer.from(name)]);
    await upload(content, name, 'under a name').expect(200);
    const kept = (await evidence()).find(({ title }) => title === 'under a name');
    const answer = await agent.get(`${ALL}/evidence/${kept?.id}`).expect(200);
    expect(Buffer.from(answer.body).equals(content)).toBe(true);
    const { headers } = answer;
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(SAVED_AS);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['cache-control']).toContain('no-store');
    const page = await agent.get(`${ALL}/policy`);
    expect(page.text).toContain(`href="${ALL}/evidence/${kept?.id}"`);
    await agent
      .post(`${ALL}/policy`)
      .type('form')
      .send(new URLSearchParams({ revision: '0', withdraw: kept?.id ?? '' }).toString())
      .expect(303);
  });

  it('is what its content says, whatever its name and declared type', async () => {
    const sent = agent.post(`${ALL}/policy`).set('Accept', 'application/json').field('revision', '0');
    await sent
      .field('q1:evidence-title', 'picture')
      .attach('q1:evidence-file', PNG, { filename: 'a.html', contentType: 'text/html' })
      .expect(200);
    expect((await evidence()).find(({ title }) => title === 'picture')?.file).toMatchObject({
      name: 'a.html.png',
      type: 'image/png',
    });
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)">')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused with a reason: %s', async (_what, content) => {
    const before = (await evidence()).length;
    const answer = await upload(content, 'decree.pdf').expect(422);
    expect(answer.body.problems).toMatchObject([{ question: 'q1', field: 'q1/evidence/file' }]);
    expect(await evidence()).toHaveLength(before);
  });

  it('that is too large is refused: with words up to a little over, unread beyond', async () => {
    const answer = await upload(Buffer.alloc(10 * 2 ** 20 + 1, PDF), 'large.pdf').expect(422);
    expect(answer.body.problems[0].sentence).toContain('10 MB');
    await agent
      .post(`${ALL}/policy`)
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .set('Content-Length', String(50 * 2 ** 20))
      .send('--x')
      .then(
        ({ status }) => expect(status).toBe(413),
        (error: unknown) => expect(String(error)).toMatch(/hang up|ECONNRESET|EPIPE|aborted/),
      );
  });

  it.each([
    ['cut short', '--x\r\nContent-Disposition: form-data; name="q1:evidence-file"; filename="a.pdf"\r\n\r\n%PDF'],
    ['without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n'],
    ['without an end', '--x\r\n'],
  ])('in a form that is malformed changes nothing: %s', async (_what, body) => {
    const before = await world.store.submission(EDITION, 'XAA');
    const answer = await agent.post(`${ALL}/policy`).set('Content-Type', 'multipart/form-data; boundary=x').send(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await world.store.submission(EDITION, 'XAA')).revision).toBe(before.revision);
  });

  it('is nobody’s right without a role in the country', async () => {
    await upload(PDF, 'a.pdf', 'from outside', as.visitor()).expect(401);
    await upload(PDF, 'a.pdf', 'from outside', await as.delegateOf('XAB')).expect(404);
    await upload(PDF, 'a.pdf', 'from outside', await as.signatoryOf('XAA')).expect(404);
    expect((await evidence()).map(({ title }) => title)).not.toContain('from outside');
    const [kept] = await evidence();
    await as.visitor().get(`${ALL}/evidence/${kept?.id}`).expect(303);
    await (await as.delegateOf('XAB')).get(`${ALL}/evidence/${kept?.id}`).expect(404);
    await (await as.secretariat()).get(`${ALL}/evidence/${kept?.id}`).expect(200);
    for (const id of ['..%2F..%2Fanswers.db', 'a'.repeat(32), '%00'])
      await agent.get(`${ALL}/evidence/${id}`).expect(404);
  });

  it('in a demonstration is not taken from anybody', async () => {
    const sent = as.visitor().post('/editions/tiny/countries/XAA/answers/policy').field('revision', '0');
    await sent.field('q1:evidence-title', 'x').attach('q1:evidence-file', PDF, 'a.pdf');
    expect((await world.store.submission('tiny', 'XAA')).evidence).toEqual([]);
  });
});
