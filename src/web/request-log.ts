/**
 * One line per request: method, address, status, time taken. Errors are logged with their stack, for the operator alone.
 * Must never: log a body, a cookie, a header that identifies a person, or a query.
 */
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';

export function requestLog(to: NodeJS.WritableStream): RequestHandler {
  return pinoHttp({
    logger: pino({ base: null }, to),
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: withoutSecrets(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

/** A link that was sent to somebody opens an account: its token is as good as a password, in whatever way the address was written. */
const withoutSecrets = (url: string): string | undefined => url.split('?')[0]?.replace(/\/welcome\b.+/is, '/welcome/…');
