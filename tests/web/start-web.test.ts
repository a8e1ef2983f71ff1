/** Stopping while people are at work (S18), and the secret that sessions are signed with. */
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { sessionSecret } from '../../src/web/session-secret.js';
import { startWeb } from '../../src/web/start-web.js';
import { aFolder } from '../store/a-folder.js';
import { aWorld } from './a-world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.store.close());

describe('a server that is told to stop', () => {
  it('answers what is on its way by a connection that looks idle, and says that it closes', async () => {
    const web = await startWeb(world, { host: '127.0.0.1', port: 0, dataFolder: aFolder(), proxies: 0 });
    const socket = connect(Number(new URL(web.address).port), '127.0.0.1');
    const ask = () => socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    let text = '';
    const first = new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        text += String(chunk);
        resolve();
      });
    });
    const ended = new Promise((resolve) => socket.on('close', resolve));
    ask();
    await first;
    // Sent, and not yet read by the server when it is told.
    ask();
    const closed = web.close();
    await Promise.all([closed, ended]);
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(text).toContain('Connection: close');
  });

  it('does not wait for a connection on which nothing is asked', async () => {
    const web = await startWeb(world, { host: '127.0.0.1', port: 0, dataFolder: aFolder(), proxies: 0 });
    const socket = connect(Number(new URL(web.address).port), '127.0.0.1');
    socket.on('error', () => {});
    await new Promise<void>((resolve) => {
      socket.on('data', () => resolve());
      socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    });
    await web.close();
  });
});

describe('the secret in the data folder', () => {
  it('is closed to others again where it came back with the rights of a backup', () => {
    const dataFolder = aFolder();
    const file = join(dataFolder, 'session-secret');
    writeFileSync(file, 'x'.repeat(43));
    chmodSync(file, 0o644);
    expect(sessionSecret({ dataFolder })).toBe('x'.repeat(43));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
