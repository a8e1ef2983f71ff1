/**
 * A questionnaire's structure for the script that reveals follow-ups: ids, types and conditions, without the wording.
 * Must never: hold an answer.
 */
import type { Router } from 'express';
import type { Question, Questionnaire } from '../../core/survey/questionnaire.js';
import { isProvisional, seeQuestionnaire } from '../../journeys/publishing/see-results.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

export function outlinePages(site: Site, router: Router): void {
  // The ending has been taken off the address by then.
  router.get('/editions/:edition/questionnaire/outline', async (request, response) => {
    const edition = await seeQuestionnaire(site.world, request.params.edition, personOf(response));
    if (!edition.ok) return sayProblems(site, response, edition);
    const { questionnaire, hash } = edition.value.definition;
    if (questionnaire === undefined) {
      const details = { edition: edition.value.title };
      return sayProblems(site, response, { problems: [{ code: 'no-questionnaire', details }] });
    }
    const cache = isProvisional(edition.value) ? 'private, no-cache' : 'public, no-cache';
    response.set({ ETag: `W/"${hash}"`, 'Cache-Control': cache }).json(withoutWording(questionnaire));
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
