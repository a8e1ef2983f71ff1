/**
 * The page that helps when something cannot be had: what is wrong, in words, and where to go from here. The HTTP status of
 * a problem is chosen here and nowhere else.
 * Must never: show a stack, a path or a statement of the database.
 */
import type { Response } from 'express';
import type { Problem } from '../core/problem.js';
import { VISITOR } from '../core/workflow/roles.js';
import { addressOf } from './addresses.js';
import { askToSignIn } from './ask-to-sign-in.js';
import { plainFrame } from './frame.js';
import { personOf } from './person.js';
import type { Site } from './site.js';

const STATUS: Readonly<Record<string, number>> = {
  'cross-site': 403,
  'edition-closed': 403,
  'too-many-attempts': 429,
  'stale-revision': 409,
  'not-in-this-state': 409,
  'too-late': 403,
  'publication-stale': 409,
  'edition-stale': 409,
  'submission-stale': 409,
  'note-required': 400,
  'nothing-to-publish': 409,
  'edition-unsettled': 409,
  'analysis-runs': 409,
  'form-too-large': 413,
  'form-unreadable': 400,
  'store-cannot-write': 503,
  'duplicate-country': 400,
  'too-few-countries': 400,
  'too-many-countries': 400,
  unexpected: 500,
};

/** Anything that is not there, or not ours to show, is 404. */
export const statusOf = (problem: Problem | undefined): number => STATUS[problem?.code ?? 'unexpected'] ?? 404;

export const sentenceOf = ({ words }: Pick<Site, 'words'>, { code, details }: Problem): string =>
  words.say(code, details);

/** View model of views/pages/problem.ejs. */
interface ProblemView {
  readonly frame: ReturnType<typeof plainFrame>;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

export interface Said {
  readonly problems: readonly Problem[];
  /** Chosen by the first problem where none is given. */
  readonly status?: number;
}

/** Of what is only for people with an account, a visitor is not told what exists and what does not. */
const isBehindSignIn = (response: Response): boolean =>
  personOf(response).account === VISITOR.account && /^\/desk(\/|$)/i.test(response.req.path);

export function sayProblems(site: Site, response: Response, { problems, status = statusOf(problems[0]) }: Said): void {
  if (problems[0]?.code === 'sign-in-first' || (status === 404 && isBehindSignIn(response))) {
    askToSignIn(site, response.req, response);
    return;
  }
  const { words, world } = site;
  const kind = status === 404 ? 'missing' : status >= 500 ? 'broken' : 'refused';
  const heading = words.say(`page.problem.${kind}`);
  const editions = [...world.library.editions.values()];
  const view = {
    frame: plainFrame(site, { title: heading, crumbs: [{ label: heading }], person: personOf(response) }),
    heading,
    sentences: problems.map((problem) => sentenceOf(site, problem)),
    ways: [
      { label: words.say('page.problem.home'), href: addressOf.home },
      ...editions.map(({ id, title }) => ({ label: title, href: addressOf.edition(id) })),
    ],
  } satisfies ProblemView;
  response.status(status).type('html').send(site.render('problem', view));
}
