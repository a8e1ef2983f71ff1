/**
 * What is answered where somebody has to sign in first: a page is asked for again after it, a form is carried through it with all
 * that was typed, a script is told in JSON.
 * Must never: lose what was typed.
 */
import type { Request, Response } from 'express';
import { addressOf } from './addresses.js';
import { postedForm } from './posted-fields.js';
import { signInAddress } from './sign-in-address.js';
import { sendSignIn } from './sign-in-view.js';
import type { Site } from './site.js';

/** A form's body must have been read when this is called. */
export function askToSignIn(site: Site, request: Request, response: Response): void {
  response.set('Cache-Control', 'no-store');
  if (wantsJson(request)) {
    const problems = [site.words.say('sign-in-first')];
    response.status(401).json({ problems, signIn: addressOf.signIn });
  } else if (request.method === 'GET' || request.method === 'HEAD') {
    response.redirect(303, signInAddress(request.originalUrl));
  } else {
    sendSignIn(site, response, { status: 401, posted: postedForm(request) });
  }
}

/** Whether a script is asking, which reads JSON, or a browser that shows pages. */
const wantsJson = (request: Request): boolean => request.accepts(['html', 'json']) === 'json';
