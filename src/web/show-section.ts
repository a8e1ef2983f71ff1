/**
 * A section of a submission: found by its address, and sent as a form or to be read.
 * Must never: be kept by a browser; it shows the revision it was made from.
 */
import type { Request, Response } from 'express';
import type { Section } from '../core/survey/questionnaire.js';
import { type Answering, loadAnswering } from '../journeys/answering/load-answering.js';
import { answeringFrame } from './answering-frame.js';
import { personOf } from './person.js';
import { sayProblems } from './problem-page.js';
import { type SavedView, type Summary, sectionPage } from './section-view.js';
import type { Site } from './site.js';
import { standView } from './stand-view.js';
import { NOTHING_TYPED, type Typed } from './typed.js';

export interface Loaded {
  readonly answering: Answering;
  readonly section: Section;
}

/** The submission and the section of an address, or undefined once the problem has been said. */
export async function loadSection(site: Site, request: Request, response: Response): Promise<Loaded | undefined> {
  const { edition = '', country = '', section: id = '' } = request.params as Record<string, string>;
  const loaded = await loadAnswering(site.world, personOf(response), { edition, country });
  if (!loaded.ok) {
    sayProblems(site, response, loaded);
    return undefined;
  }
  const section = loaded.value.outline.questionnaire.sections.find((one) => one.id === id);
  if (section !== undefined) return { answering: loaded.value, section };
  sayProblems(site, response, { problems: [{ code: 'unknown-section', details: { section: id } }] });
  return undefined;
}

interface Shown extends Loaded {
  /** What comes back with the page; nothing where it is shown anew. */
  readonly typed?: Typed;
  readonly stale?: boolean;
  readonly summary?: Summary;
  readonly saved?: SavedView;
}

/** What was typed comes back in a form, also where nothing can be saved any more: it can still be copied out of it. */
export function sendSection(site: Site, response: Response, shown: Shown): void {
  const { answering, section, typed, stale = false, ...rest } = shown;
  const person = personOf(response);
  const mayFill = typed !== undefined || answering.may('record-answer', section.id).ok;
  const modules = mayFill ? ['answering.js'] : [];
  const page = sectionPage(
    site,
    answeringFrame(site, answering, { title: section.title, place: 'answers', person, modules }),
    {
      ...rest,
      answering,
      section,
      mayFill,
      mayAttach: answering.may('attach-evidence', section.id).ok,
      typed: typed ?? NOTHING_TYPED,
      stale,
      stand: standView(site, person, answering),
      words: site.words,
    },
  );
  response.set('Cache-Control', 'no-store').type('html').send(site.render('section', page));
}
