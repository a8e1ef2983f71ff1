/**
 * Starts listening: the application on a port, and how to stop it without cutting anybody off.
 * Must never: read the environment; main hands the configuration over.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.js';
import type { World } from '../journeys/world.js';
import { makeApp } from './app.js';

export interface Web {
  /** `http://127.0.0.1:3000`, with the port that was given where none was asked for. */
  readonly address: string;
  /** Answers what has been asked, then stops. */
  readonly close: () => Promise<void>;
}

/** Rejects when the port is taken or may not be used. */
export async function startWeb(world: World, config: Pick<Config, 'host' | 'port'>): Promise<Web> {
  const server = createServer(makeApp(world, process.stderr));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeIdleConnections();
      }),
  };
}
