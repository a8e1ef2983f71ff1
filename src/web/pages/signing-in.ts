/**
 * Signing in and out. Signing in leads back to what was asked for; a form that somebody sent meanwhile is shown again to be sent on.
 * Must never: sign in by a GET, follow a way to another site.
 */
import express, { type Request, type Response, type Router } from 'express';
import { VISITOR } from '../../core/workflow/roles.js';
import { signIn } from '../../journeys/accounts/sign-in.js';
import { addressOf } from '../addresses.js';
import { type Guarded, limitAttempts } from '../attempts.js';
import { type Frame, plainFrame } from '../frame.js';
import { personOf, personOfAccount, signedInAs } from '../person.js';
import { type PostedForm, unpacked } from '../posted-fields.js';
import { beginSession, endSession } from '../session.js';
import { localPath } from '../sign-in-address.js';
import { sendSignIn } from '../sign-in-view.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

/** View model of views/pages/go-on.ejs. */
interface GoOnPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly form: PostedForm;
}

/** As large as the largest form that may have to be carried through, and what signing in adds to it. */
const carrying = express.urlencoded({ extended: false, limit: '1100kb', parameterLimit: 5100 });

export function signingInPages(site: Site, router: Router): void {
  router.get(addressOf.signIn, (request, response) => show(site, request, response));
  const attempts = limitAttempts({ perPair: 6, perAddress: 100, minutes: 15 });
  router.post(addressOf.signIn, carrying, (request, response) => enter({ site, attempts }, request, response));
  router.post(addressOf.signOut, (request, response) => leave(request, response));
}

function show(site: Site, request: Request, response: Response): void {
  const then = localPath(request.query.then);
  if (personOf(response).account === VISITOR.account) sendSignIn(site, response, { status: 200, then });
  else response.redirect(303, then ?? addressOf.desk);
}

async function enter({ site, attempts }: Guarded, request: Request, response: Response): Promise<void> {
  const [email, password] = [textOf(request.body, 'email'), textOf(request.body, 'password')];
  const then = localPath(textOf(request.body, 'then'));
  const posted = unpacked(request.body);
  const tooMany = await attempts.count(request, response, email);
  if (tooMany !== undefined) return sendSignIn(site, response, { status: 429, then, posted, email, problem: tooMany });
  const signed = await signIn(site.world, { email, password });
  if (!signed.ok) {
    const [problem = { code: 'sign-in-failed' }] = signed.problems;
    return sendSignIn(site, response, { status: 422, then, posted, email, problem });
  }
  const account = signed.value;
  await attempts.forgive(request, email);
  await beginSession(request, signedInAs(account), site.world.clock());
  if (posted === undefined) return response.redirect(303, then ?? addressOf.desk);
  const heading = site.words.say('page.go-on.heading');
  const page = {
    frame: plainFrame(site, { title: heading, crumbs: [{ label: heading }], person: personOfAccount(account) }),
    heading,
    form: posted,
  } satisfies GoOnPage;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('go-on', page));
}

async function leave(request: Request, response: Response): Promise<void> {
  await endSession(request);
  response.redirect(303, addressOf.home);
}
