/**
 * The web application over a world: headers, assets, the check of writes, the pages, and the pages that help when there is
 * none. A request is one decision and one commit.
 * Must never: contain a rule, SQL or a sentence.
 */
import { randomBytes } from 'node:crypto';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import type { Problem } from '../core/problem.js';
import type { World } from '../journeys/world.js';
import { openAssets } from './assets.js';
import { readFileEnding } from './file-ending.js';
import { keepPages } from './kept-pages.js';
import { accountPages } from './pages/account.js';
import { accountsPages } from './pages/accounts.js';
import { answerRecordPages } from './pages/answer-records.js';
import { answeringPages } from './pages/answering.js';
import { boardPages } from './pages/board.js';
import { comparePages } from './pages/compare.js';
import { countriesPages } from './pages/countries.js';
import { deskPages } from './pages/desk.js';
import { explainPages } from './pages/explain.js';
import { healthPages } from './pages/health.js';
import { homePages } from './pages/home.js';
import { methodsPages } from './pages/methods.js';
import { outboxPages } from './pages/outbox.js';
import { outlinePages } from './pages/outline.js';
import { passwordPages } from './pages/passwords.js';
import { preparingPages } from './pages/preparing.js';
import { publishingPages } from './pages/publishing.js';
import { reportPages } from './pages/reports.js';
import { robustnessPages } from './pages/robustness.js';
import { signingInPages } from './pages/signing-in.js';
import { submittingPages } from './pages/submitting.js';
import { validatingPages } from './pages/validating.js';
import { knowPerson } from './person.js';
import { sayProblems } from './problem-page.js';
import { renderPage } from './render-page.js';
import { requestLog } from './request-log.js';
import { sameSiteOnly, secureHeaders } from './security.js';
import { sessions } from './session.js';
import type { Site } from './site.js';

export interface AppSettings {
  /** Where requests are logged, one line of JSON each; nowhere when absent. */
  readonly log?: NodeJS.WritableStream;
  /** What session cookies are signed with; without it, sessions end with the process. */
  readonly secret?: string;
  /** How many proxies stand in front. */
  readonly proxies?: number;
}

export function makeApp(world: World, { log, secret, proxies = 0 }: AppSettings = {}): Express {
  const site: Site = {
    world,
    words: world.words,
    assets: openAssets(),
    pages: keepPages(),
    render: renderPage,
  };
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', proxies);
  if (log !== undefined) app.use(requestLog(log));
  app.use(secureHeaders(world.publicAddress));
  // What is kept has been compressed already and says so; the rest is made for one person, and quick is better than small.
  app.use(compression({ level: 3 }));
  app.use(site.assets.router);
  app.use(sameSiteOnly(site));
  app.use(sessions(world, secret ?? randomBytes(32).toString('base64url')));
  app.use(knowPerson(site));
  app.use(readFileEnding);
  app.use(pagesOf(site));
  app.use((_request, response) => sayProblems(site, response, { problems: [{ code: 'no-page' }] }));
  app.use(failurePage(site));
  return app;
}

function pagesOf(site: Site): Router {
  const router = Router();
  homePages(site, router);
  healthPages(site, router);
  outlinePages(site, router);
  countriesPages(site, router);
  comparePages(site, router);
  explainPages(site, router);
  methodsPages(site, router);
  // Before the sections: their addresses look alike.
  answerRecordPages(site, router);
  submittingPages(site, router);
  answeringPages(site, router);
  publishingPages(site, router);
  reportPages(site, router);
  robustnessPages(site, router);
  signingInPages(site, router);
  outboxPages(site, router);
  passwordPages(site, router);
  accountPages(site, router);
  accountsPages(site, router);
  deskPages(site, router);
  preparingPages(site, router);
  boardPages(site, router);
  validatingPages(site, router);
  return router;
}

/** A form that cannot be read is the sender's fault; whatever else arrives here is a bug, logged and told without details. */
function failurePage(site: Site): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem.code === 'unexpected') request.log?.error(error);
    sayProblems(site, response, { problems: [problem] });
  };
}

function problemOf(error: unknown): Problem {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return { code: 'form-too-large' };
  if (error instanceof URIError) return { code: 'no-page' };
  return typeof status === 'number' && status >= 400 && status < 500
    ? { code: 'form-unreadable' }
    : { code: 'unexpected' };
}
