/**
 * Putting the ranks of an edition that is run here to the test: how the last run went, what is planned, and the forms that begin one,
 * go on with one and call one off. What is found stands in the report beside it.
 * Must never: begin a run by a GET; be found by anybody who may not begin one.
 */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../core/problem.js';
import { VISITOR } from '../../core/workflow/roles.js';
import {
  beginAnalysis,
  callOffAnalysis,
  type SeenAnalysis,
  seeAnalysis,
} from '../../journeys/analysing/analyse-results.js';
import { unknownEdition } from '../../journeys/editions.js';
import { addressOf } from '../addresses.js';
import { personOf } from '../person.js';
import { sayProblems, statusOf } from '../problem-page.js';
import { atField, optionsIn, type TypedRun, typedRun } from '../robustness-form.js';
import { robustnessView } from '../robustness-view.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

const PATH = '/editions/:edition/robustness/run';

export function robustnessPages(site: Site, router: Router): void {
  router.get(PATH, (request, response) => show(site, request, response));
  // A table of answers in doubt may be long.
  router.post(PATH, express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20 }), (request, response) =>
    act(site, request, response),
  );
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const seen = await seenBy(site, request, response);
  if (seen !== undefined) await send(site, response, { seen, problems: [] });
}

async function act(site: Site, request: Request, response: Response): Promise<void> {
  const seen = await seenBy(site, request, response);
  if (seen === undefined) return;
  const { id } = seen.edition;
  const person = personOf(response);
  const done = textOf(request.body, 'do');
  if (done === 'cancel') {
    await callOffAnalysis(site.world, id, person);
    return response.redirect(303, addressOf.robustnessRun(id));
  }
  if (done !== 'start' && done !== 'resume')
    return sayProblems(site, response, { problems: [{ code: 'form-unreadable' }] });
  const typed = typedRun(request.body);
  const again = done === 'resume' ? seen.unfinished?.asked : undefined;
  const options =
    again === undefined ? await optionsIn(site.world, seen.edition, typed) : { ok: true as const, value: { again } };
  const begun = options.ok
    ? await beginAnalysis(site.world, id, { person, options: options.value, of: typed.of })
    : options;
  if (begun.ok) return response.redirect(303, addressOf.robustnessRun(id));
  const problems = begun.problems.map((problem) => atField(problem, typed));
  await send(site, response, { seen, typed, problems });
}

/** Answers by itself where this person may not, as if there were no such edition. */
async function seenBy(site: Site, request: Request, response: Response): Promise<SeenAnalysis | undefined> {
  const { edition = '' } = request.params as Record<string, string>;
  const person = personOf(response);
  const seen = await seeAnalysis(site.world, edition, person);
  if (seen.ok && seen.value.mayAnalyse) return seen.value;
  const isVisitor = person.account === VISITOR.account;
  sayProblems(site, response, { problems: [isVisitor ? { code: 'sign-in-first' } : unknownEdition(edition)] });
  return undefined;
}

interface Sent {
  readonly seen: SeenAnalysis;
  readonly typed?: TypedRun;
  readonly problems: readonly Problem[];
}

async function send(site: Site, response: Response, { seen, typed, problems }: Sent): Promise<void> {
  const view = await robustnessView(site, { seen, person: personOf(response), typed, problems });
  const [fault] = problems;
  const status = fault === undefined ? 200 : fault.code === 'analysis-runs' ? statusOf(fault) : 422;
  response.status(status).set('Cache-Control', 'no-store').type('html').send(site.render('robustness-run', view));
}
