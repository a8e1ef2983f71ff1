/**
 * Saving a section: one address for the form and for the script, which asks for JSON. Answers and remarks first, then what was
 * attached or taken back.
 * Must never: lose what was typed; advance a page past what it has not shown.
 */
import type { Request, Response } from 'express';
import type { Outcome, Problem } from '../../core/problem.js';
import { attachEvidence, withdrawEvidence } from '../../journeys/answering/attach-evidence.js';
import { rebase } from '../../journeys/answering/rebase-page.js';
import { type Saved, savePage } from '../../journeys/answering/save-page.js';
import { addressOf } from '../addresses.js';
import { errorsOf, faultsOf, summaryOf } from '../answering-faults.js';
import { conflictsOf } from '../conflicts.js';
import { type Form, readForm } from '../form-entries.js';
import { personOf } from '../person.js';
import { sayProblems, statusOf } from '../problem-page.js';
import { nextUnanswered, railView } from '../rail-view.js';
import { type Upload, uploadsOf } from '../read-upload.js';
import { type Loaded, loadSection, sendSection } from '../show-section.js';
import type { Site } from '../site.js';
import type { Typed } from '../typed.js';

export async function saveSection(site: Site, request: Request, response: Response): Promise<void> {
  const loaded = await loadSection(site, request, response);
  if (loaded === undefined) return;
  const { answering, section } = loaded;
  const person = personOf(response);
  const files = uploadsOf(request.files);
  const form = readForm(
    answering.outline,
    request.body,
    files.map(({ field }) => field),
  );
  const saved = await savePage(site.world, { person, answering }, { ...form, section: section.id });
  if (!saved.ok && saved.problems[0]?.code === 'not-permitted') return sayProblems(site, response, saved);
  const beside = saved.ok ? await saveEvidence(site, response, { ...loaded, form, files }) : [];
  const problems = saved.ok ? [...saved.value.problems, ...beside] : saved.problems;
  const status = problems.length === 0 ? 200 : saved.ok ? 422 : statusOf(problems[0]);
  const result = { form, saved, problems, status };
  if (request.accepts(['html', 'json']) === 'json') return answerScript(site, request, response, result);
  if (problems.length === 0) {
    response.redirect(303, afterSaving(loaded, form, saved.ok && saved.value.changes > 0));
    return;
  }
  return showAgain(site, request, response, result);
}

interface Result {
  readonly form: Form;
  readonly saved: Outcome<Saved>;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** Problems name the question and the field: `q1/evidence/title`. */
async function saveEvidence(
  site: Site,
  response: Response,
  { answering, section, form, files }: Loaded & { readonly form: Form; readonly files: readonly Upload[] },
): Promise<readonly Problem[]> {
  const asked = { person: personOf(response), answering };
  const problems: Problem[] = [];
  for (const id of form.withdrawn) {
    const taken = await withdrawEvidence(site.world, asked, id);
    if (!taken.ok) problems.push(...taken.problems);
  }
  for (const [question, typed] of form.evidence) {
    const file = files.find(({ field }) => field === `${question}:evidence-file`);
    const entry = { ...typed, question, section: section.id, ...(file === undefined ? {} : { file }) };
    const attached = await attachEvidence(site.world, asked, entry);
    if (attached.ok) continue;
    problems.push(
      ...attached.problems.map((problem) => ({
        ...problem,
        field: `${question}/evidence/${problem.field ?? 'title'}`,
      })),
    );
  }
  return problems;
}

function afterSaving({ answering, section }: Loaded, { goesOn }: Form, changed: boolean): string {
  const { edition, outline, submission } = answering;
  const { sections } = outline.questionnaire;
  const next = goesOn ? sections[sections.findIndex(({ id }) => id === section.id) + 1] : undefined;
  const address = addressOf.section(edition.id, submission.country, (next ?? section).id);
  return changed ? `${address}?saved` : address;
}

/** What was saved is on record now, and what somebody else saved meanwhile has to be shown beside what was typed. */
async function showAgain(site: Site, request: Request, response: Response, result: Result): Promise<void> {
  const { problems, status } = result;
  const again = await loadSection(site, request, response);
  if (again === undefined) return;
  response.status(status);
  sendSection(site, response, {
    ...again,
    typed: await typedOn(site, again, result),
    stale: problems[0]?.code === 'stale-revision',
    summary: summaryOf(site, again.answering, problems),
  });
}

/** What the person left alone is shown as it is now, so that saving again overwrites nothing. */
async function typedOn(site: Site, { answering }: Loaded, { form, problems }: Result): Promise<Typed> {
  const touched = await rebase(site.world, answering, form);
  const { answers, remarks } = touched.ok ? touched.value.entered : form;
  const failed = new Set(problems.map(({ field = '' }) => field.split('/evidence/')[0]));
  const evidence = new Map([...form.evidence].filter(([question]) => failed.has(question) || !touched.ok));
  return { answers, remarks, evidence, errors: errorsOf(site, problems) };
}

/** What the script is told. The revision is the question's from then on, not the page's: that has not seen what others saved. */
async function answerScript(site: Site, request: Request, response: Response, result: Result): Promise<void> {
  const again = await loadSection(site, request, response);
  if (again === undefined) return;
  const { answering } = again;
  const { saved, problems, status } = result;
  const isStale = problems[0]?.code === 'stale-revision';
  const typed = await typedOn(site, again, result);
  const state = { words: site.words, answering, typed, mayAttach: false };
  const faulty = new Set(problems.map(({ field }) => field));
  // What the person left alone and others changed: the page shows it from then on.
  const others = conflictsOf({ ...state, typed: { ...typed, ...result.form } }).filter(({ key }) => !faulty.has(key));
  const { answered, asked, sections } = railView(answering, again.section.id);
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({
      revision: saved.ok ? saved.value.revision : answering.submission.revision,
      savedAt: saved.ok ? (answering.submission.savedAt ?? '') : '',
      problems: faultsOf(site, answering, problems),
      conflicts: isStale ? conflictsOf(state) : [],
      others: saved.ok ? others.flatMap(({ fields }) => fields) : [],
      progress: { answered, asked, sections: sections.map(({ id, answered: a, asked: b }) => [id, a, b]) },
      next: nextUnanswered(site, answering) ?? null,
    });
}
