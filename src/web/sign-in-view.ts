/**
 * The page to sign in on: fresh, after a mistake, or in the way of something that was asked for or typed.
 * Must never: say which of address and password was wrong.
 */
import type { Response } from 'express';
import type { Problem } from '../core/problem.js';
import { addressOf } from './addresses.js';
import { type EntryView, entryView, errorsAt } from './entry-view.js';
import { type Frame, plainFrame } from './frame.js';
import { type PostedField, type PostedForm, packed } from './posted-fields.js';
import { localPath } from './sign-in-address.js';
import type { Site } from './site.js';

/** View model of views/pages/sign-in.ejs. */
interface SignInPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lead: string;
  readonly problems: readonly string[];
  readonly entries: readonly EntryView[];
  readonly action: string;
  /** Where it leads afterwards, and what else has to go through. */
  readonly hidden: readonly PostedField[];
  readonly forgotten: string;
}

export interface SignInAsked {
  readonly status: number;
  /** The page that was asked for. */
  readonly then?: string | undefined;
  /** The form that has to be sent again afterwards. */
  readonly posted?: PostedForm | undefined;
  readonly email?: string;
  readonly problem?: Problem;
}

export function sendSignIn(site: Site, response: Response, asked: SignInAsked): void {
  const { words } = site;
  const heading = words.say('page.sign-in.heading');
  const problems = asked.problem === undefined ? [] : [asked.problem];
  const then = localPath(asked.then);
  const lead = asked.posted === undefined ? 'page.sign-in.lead' : 'page.sign-in.lead-typed';
  const page = {
    frame: plainFrame(site, { title: heading, crumbs: [{ label: heading }] }),
    heading,
    lead: words.say(lead),
    problems: errorsAt(words, problems, undefined),
    entries: [
      entryView(words, problems, {
        name: 'email',
        label: 'page.sign-in.email',
        type: 'email',
        autocomplete: 'username',
        value: asked.email ?? '',
      }),
      entryView(words, problems, {
        name: 'password',
        label: 'page.sign-in.password',
        type: 'password',
        autocomplete: 'current-password',
      }),
    ],
    action: addressOf.signIn,
    hidden: [
      ...(then === undefined ? [] : [{ name: 'then', value: then }]),
      ...(asked.posted === undefined ? [] : packed(asked.posted)),
    ],
    forgotten: addressOf.forgotten,
  } satisfies SignInPage;
  response.status(asked.status).set('Cache-Control', 'no-store').type('html').send(site.render('sign-in', page));
}
