import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { outboxFolder, readLetter } from '../../src/post/outbox-folder.js';
import { startPost } from '../../src/post/start-post.js';
import { aFolder } from '../store/a-folder.js';
import { aWorld } from './a-world.js';
import { people } from './as.js';

const LINK = 'http://127.0.0.1:3000/welcome/a-secret';

describe('the outbox', () => {
  let world: World;
  let as: ReturnType<typeof people>;
  beforeAll(async () => {
    const dataFolder = aFolder();
    world = await aWorld({ letter: (id) => readLetter(outboxFolder(dataFolder), id) });
    as = people(world);
    const details = { name: 'Ada <script>', link: LINK, expires: '2026-11-28T12:00:00.000Z' };
    const queue = (once: string, to: string) =>
      world.store.outbox.queue({ once, to, template: 'invitation', details }, world.clock());
    await queue('kept', 'ada@arvenia.example');
    await queue('trick', 'no address at all');
    const post = startPost(world, { dataFolder, everyMs: 3_600_000 });
    await post.poke();
    await post.stop();
    await queue('waiting', 'bea@belvara.example');
  });
  afterAll(() => world.store.close());

  it('shows the secretariat each message with its state, and the text with its link where mail is not set up', async () => {
    const page = await (await as.secretariat()).get('/desk/outbox').expect(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('E-mail is not set up');
    expect(page.text).toContain('ALIDADE_SMTP');
    expect(page.text).toContain('One waits, one was given up.');
    expect(page.text).toContain('To ada@arvenia.example');
    expect(page.text).toContain(`<a href="${LINK}">${LINK}</a>`);
    expect(page.text).toContain('Dear Ada &lt;script&gt;,');
    expect(page.text).toContain('Given up: the address is not one that mail can be sent to.');
    expect(page.text).toContain('Written 21 November 2026, 12:03 UTC, tried once');
    expect(page.text.indexOf('bea@')).toBeLessThan(page.text.indexOf('ada@'));
  });

  it('says nothing of setting up where messages leave by mail, and how the page gets filled where there is none', async () => {
    const empty = await aWorld({ sendsMail: true });
    const page = await (await people(empty).secretariat()).get('/desk/outbox').expect(200);
    expect(page.text).not.toContain('E-mail is not set up');
    expect(page.text).toContain('No message has been written yet.');
    await empty.store.close();
  });

  it('is for the secretariat of the whole house alone', async () => {
    await as
      .visitor()
      .get('/desk/outbox')
      .expect(303)
      .expect('location', /^\/sign-in/);
    const others = await Promise.all([
      as.secretariat('demonstration-2026'),
      as.validator(),
      as.delegateOf('XAA'),
      as.contributorOf('XAA', ['portal']),
      as.signatoryOf('XAA'),
      as.reader(),
    ]);
    for (const other of others) {
      const page = await other.get('/desk/outbox').expect(404);
      expect(page.text).not.toContain('ada@');
    }
  });
});
