/**
 * Starts listening: the application on a port, and how to stop it without cutting anybody off.
 * Must never: read the environment; main hands the configuration over.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.js';
import type { World } from '../journeys/world.js';
import { makeApp } from './app.js';
import { sessionSecret } from './session-secret.js';

export interface Web {
  /** `http://127.0.0.1:3000`, with the port that was given where none was asked for. */
  readonly address: string;
  /** Answers what has been asked, then stops. */
  readonly close: () => Promise<void>;
}

type WebSettings = Pick<Config, 'host' | 'port' | 'dataFolder' | 'proxies' | 'secret'>;

/** Rejects when the port is taken or may not be used. */
export async function startWeb(world: World, config: WebSettings): Promise<Web> {
  const server = createServer(
    makeApp(world, { log: process.stderr, secret: sessionSecret(config), proxies: config.proxies }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const stopSweeping = sweepSessions(world);
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        stopSweeping();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeIdleConnections();
      }),
  };
}

/** Takes expired sessions out of the store, now and every hour. */
function sweepSessions({ store, clock }: World): () => void {
  // What cannot be swept now is swept next time.
  const sweep = () => void store.sessions.sweep(clock()).catch(() => {});
  sweep();
  const timer = setInterval(sweep, 60 * 60 * 1000).unref();
  return () => clearInterval(timer);
}
