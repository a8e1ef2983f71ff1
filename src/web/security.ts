/**
 * Headers that keep a page to itself, and the check that a write comes from our own pages. The browser
 * says where a request comes from; tokens would expire in day-long questionnaires. It stands before every reader of a body.
 * Must never: allow an inline script or style.
 */
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { sayProblems } from './problem-page.js';
import type { Site } from './site.js';

/**
 * Plain http has neither HSTS nor upgraded requests: a browser would then look for modules and forms on https.
 * @param publicAddress where people reach the house
 */
export function secureHeaders(publicAddress: string): RequestHandler {
  const isHttps = publicAddress.startsWith('https:');
  return helmet({
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
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps,
  });
}

/** Refuses a write that a foreign page has sent: by what the browser says of its origin, in either of two headers. */
export function sameSiteOnly(site: Site): RequestHandler {
  const ourHost = hostOf(site.world.publicAddress);
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    if (isOurs(request, ourHost)) return next();
    sayProblems(site, response, { status: 403, problems: [{ code: 'cross-site' }] });
  };
}

/** A proxy in front may have changed the name of the host that was asked; our public one counts as well. */
function isOurs(request: Request, ourHost: string | undefined): boolean {
  const said = request.get('origin');
  const origin = hostOf(said ?? '');
  // Reached from its own machine alone, it is asked by no other name: a foreign site has one that it lets point here.
  if (isOwnName(ourHost) && !(isOwnName(request.get('host')) && (said === undefined || isOwnName(origin))))
    return false;
  const from = request.get('sec-fetch-site');
  if (from !== undefined) return from === 'same-origin' || from === 'none';
  return origin !== undefined && (origin === request.get('host') || origin === ourHost);
}

/** A host, with or without a port, that is this machine for itself. */
const isOwnName = (host = ''): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
