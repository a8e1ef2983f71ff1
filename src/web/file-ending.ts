/**
 * The same address as a page or as a file: takes `.pdf`, `.csv`, `.json`, `.xlsx` or `.svg` off an edition's address before
 * it is routed and remembers it.
 * Must never: touch an address outside the editions, or an ending it does not know.
 */
import type { RequestHandler, Response } from 'express';

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

/** The format asked for; undefined for the page. */
export function endingOf(response: Response): string | undefined {
  const { ending } = response.locals;
  return typeof ending === 'string' ? ending : undefined;
}
