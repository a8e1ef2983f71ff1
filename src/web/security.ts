/**
 * Headers that keep a page to itself, and the check that a write comes from our own pages. Without sessions there is no
 * token to steal; the browser says where a request comes from, and tokens would expire in day-long questionnaires.
 * Must never: allow an inline script or style.
 */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { sayProblems } from './problem-page.js';
import type { Site } from './site.js';

/** Plain http has neither HSTS nor upgraded requests: a browser would then look for modules and forms on https. */
export const secureHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
});

/** Refuses a write that a foreign page has sent: by what the browser says of its origin, in either of two headers. */
export function sameSiteOnly(site: Site): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    const from = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const ours =
      from === undefined
        ? origin !== undefined && hostOf(origin) === request.get('host')
        : from === 'same-origin' || from === 'none';
    if (ours) return next();
    sayProblems(site, response, { status: 403, problems: [{ code: 'cross-site' }] });
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
