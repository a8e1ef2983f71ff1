/**
 * Who is asking: read from the session before any page, looked up anew at every request, so that a role that was withdrawn or an
 * account that was disabled counts at once.
 * Must never: trust what the session remembers of rights.
 */
import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Person, VISITOR } from '../core/workflow/roles.js';
import type { Account } from '../store/store.js';
import { endSession, renewSession, type SignedIn } from './session.js';
import type { Site } from './site.js';

/** Who asked for what is being answered; `VISITOR` when nobody is signed in. */
export function personOf(response: Response): Person {
  const { person } = response.locals as { readonly person?: Person };
  return person ?? VISITOR;
}

export const personOfAccount = ({ id, name, grants }: Account): Person => ({ account: id, name, grants });

/** What a session keeps of an account. When what it may do changes, so does the id; when its password does, the session has ended. */
export const signedInAs = ({ id, grants, passwordHash = '' }: Account): SignedIn => ({
  account: id,
  rights: shortHash(JSON.stringify(grants)),
  proof: shortHash(passwordHash),
});

const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Finds the person of the session. What is answered to a person is kept by nobody, and all else not without asking, unless a page says otherwise. */
export function knowPerson(site: Pick<Site, 'world'>): RequestHandler {
  return async (request, response, next) => {
    // There is none where what is asked for is no path, as in `OPTIONS *`.
    const { session } = request as { readonly session?: Request['session'] };
    const id = session?.account;
    response.set('Cache-Control', 'no-cache');
    if (id === undefined) return next();
    await recognise(site, request, response, id);
    next();
  };
}

async function recognise(
  { world }: Pick<Site, 'world'>,
  request: Request,
  response: Response,
  id: string,
): Promise<void> {
  const account = await world.store.account({ id });
  if (account === undefined || account.isDisabled) return endSession(request);
  const { rights, proof } = signedInAs(account);
  // Begun while the password was being changed, it was not there yet when all others were ended.
  if (proof !== request.session.proof) return endSession(request);
  response.set('Cache-Control', 'no-store');
  (response.locals as { person?: Person }).person = personOfAccount(account);
  const isOwnPage = request.method === 'GET' && OWN_PAGES.test(request.path);
  if (rights !== request.session.rights && isOwnPage) await renewSession(request, { rights });
}

/** Pages for one person: nothing keeps them on the way, so that a new cookie may go with them. */
const OWN_PAGES = /^\/(desk|account)(\/|$)|\/answers(\/|$)/;
