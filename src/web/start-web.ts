/**
 * Starts listening: the application on a port, and how to stop it without cutting anybody off.
 * Must never: read the environment; main hands the configuration over.
 */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Config } from '../config.js';
import type { World } from '../journeys/world.js';
import { makeApp } from './app.js';
import { sessionSecret } from './session-secret.js';

export interface Web {
  /** `http://127.0.0.1:3000`, with the port that was given where none was asked for. */
  readonly address: string;
  /** Answers what has been asked, then stops; within ten seconds, whatever clients do. */
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
    close: () => {
      stopSweeping();
      return stopGently(server);
    },
  };
}

/** After so long without a request, a connection that is kept open is closed. */
const GRACE = 500;
/** Whoever has not sent a request whole by then, or not read its answer, is cut off: stopping has to end. */
const MOST = 8_000;

/**
 * Takes no new connection, and answers what comes by the old ones: a request may be on its way although the connection looks idle,
 * which is why `close` of the server itself, which cuts such connections, is not asked.
 */
function stopGently(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    const idle = setInterval(() => server.closeIdleConnections(), GRACE);
    const last = setTimeout(() => server.closeAllConnections(), MOST);
    NetServer.prototype.close.call(server, (error) => {
      clearInterval(idle);
      clearTimeout(last);
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Takes expired sessions out of the store, now and every hour. */
function sweepSessions({ store, clock }: World): () => void {
  // What cannot be swept now is swept next time.
  const sweep = () => void store.sessions.sweep(clock()).catch(() => {});
  sweep();
  const timer = setInterval(sweep, 60 * 60 * 1000).unref();
  return () => clearInterval(timer);
}
