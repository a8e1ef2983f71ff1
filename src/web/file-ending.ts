/**
 * The same address as a page or as a file: takes `.pdf`, `.csv`, `.json`, `.xlsx` or `.svg` off an edition's address before
 * it is routed and remembers it.
 * Must never: touch an address outside the editions, or an ending it does not know.
 */
import type { RequestHandler, Response } from 'express';
import { sayProblems } from './problem-page.js';
import type { Site } from './site.js';

const ENDING = /^(\/editions\/[^?]+)\.(pdf|csv|json|xlsx|svg)(?=\?|$)/;

export const readFileEnding: RequestHandler = (request, response, next) => {
  const found = ENDING.exec(request.url);
  if (found !== null) {
    const [whole, path = '', ending] = found;
    response.locals.ending = ending;
    request.url = path + request.url.slice(whole.length);
  }
  next();
};

/** Refuses a file where there is only a page: no page is passed off as a workbook. */
export function pageOnly(site: Site): RequestHandler {
  return (_request, response, next) => {
    const ending = endingOf(response);
    if (ending === undefined) return next();
    sayProblems(site, response, { problems: [{ code: 'no-file', details: { ending } }] });
  };
}

/** The format asked for; undefined for the page. */
export function endingOf(response: Response): string | undefined {
  const { ending } = response.locals;
  return typeof ending === 'string' ? ending : undefined;
}
