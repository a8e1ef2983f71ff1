/**
 * A page that is one short form, or only says something: the forgotten password, an invitation, a link that is over.
 * Must never: be kept by anybody on the way.
 */
import type { Response } from 'express';
import type { EntryView } from './entry-view.js';
import { type Frame, plainFrame } from './frame.js';
import { personOf } from './person.js';
import type { Site } from './site.js';

/** View model of views/pages/one-form.ejs. */
interface OneFormPage extends OneForm {
  readonly frame: Frame;
}

export interface OneForm {
  readonly heading: string;
  readonly lead: readonly string[];
  readonly form:
    | {
        readonly action: string;
        readonly problems: readonly string[];
        readonly entries: readonly EntryView[];
        readonly button: string;
        /** For whom a browser should remember the password; empty where none is set. */
        readonly username: string;
      }
    | undefined;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

export function sendOneForm(
  site: Site,
  response: Response,
  { status, ...form }: OneForm & { readonly status: number },
): void {
  const { heading } = form;
  const frame = plainFrame(site, { title: heading, crumbs: [{ label: heading }], person: personOf(response) });
  const page = { ...form, frame } satisfies OneFormPage;
  response.status(status).set('Cache-Control', 'no-store').type('html').send(site.render('one-form', page));
}
