/**
 * A questionnaire's structure for the script that reveals follow-ups: ids, types and conditions, without the wording.
 * Must never: hold an answer.
 */
import type { Router } from 'express';
import type { Question, Questionnaire } from '../../core/survey/questionnaire.js';
import { editionOf } from '../../journeys/comparing.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

export function outlinePages(site: Site, router: Router): void {
  // The ending has been taken off the address by then.
  router.get('/editions/:edition/questionnaire/outline', (request, response) => {
    const edition = editionOf(site.world, request.params.edition);
    if (!edition.ok) return sayProblems(site, response, edition);
    const { questionnaire, hash } = edition.value.definition;
    if (questionnaire === undefined) {
      const details = { edition: edition.value.title };
      return sayProblems(site, response, { problems: [{ code: 'no-questionnaire', details }] });
    }
    response.set({ ETag: `W/"${hash}"`, 'Cache-Control': 'public, no-cache' }).json(withoutWording(questionnaire));
  });
}

function withoutWording({ language, sections }: Questionnaire): Questionnaire {
  return {
    title: '',
    language,
    terms: [],
    sections: sections.map(({ id, questions }) => ({ id, title: '', questions: questions.map(bare) })),
  };
}

function bare({ guidance, hint, period, questions, ...question }: Question): Question {
  return { ...question, text: '', terms: [], questions: questions.map(bare) };
}
