/** The questionnaire on paper, blank and filled. */
import { describe, expect, it } from 'vitest';
import { questionnaireReport } from '../../../src/core/report/questionnaire-report.js';
import { demonstrationMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { allTexts, sectionText } from './reading.js';

describe('the blank questionnaire', () => {
  const document = questionnaireReport(tinyMaterial());
  const text = allTexts(document).join('\n');

  it('counts its questions as people do', () => {
    expect(document.title).toBe('Tiny survey 2024: 6 questions in 2 sections');
  });

  it('says when a question is asked, in the words of the answer', () => {
    expect(text).toContain(
      'Asked only if the answer to question 1 is one of “Yes, the whole government must”, “Yes, some public bodies must”.',
    );
    expect(text).toContain('Asked only if the answer to question 3 is “Yes”.');
  });

  it('lists choices, formats, evidence and statements that are accepted', () => {
    expect(text).toContain('Option neither – not together with another');
    expect(text).toContain('A whole number, in datasets');
    expect(text).toContain(
      'Evidence is needed with the answers: “Yes, the whole government must” and “Yes, some public bodies must”.',
    );
    expect(text).toContain('Also accepted: Does not apply to us.');
    expect(sectionText(document, 'terms')).toContain('open data: data that anyone may use for any purpose');
  });

  it('has a row per data point in its data, without an answer', () => {
    expect(document.data.rows).toHaveLength(10);
    expect(document.data.columns.map((column) => column.name)).not.toContain('answer');
  });

  it('holds every question of the real instrument', async () => {
    const real = questionnaireReport(await demonstrationMaterial());
    expect(real.title).toContain('80 questions in 12 sections');
    expect(real.blocks.filter((block) => block.kind === 'heading' && block.level === 3).length).toBeGreaterThan(80);
  });
});

describe('the filled questionnaire', () => {
  it('shows answers with their labels and units', () => {
    const text = allTexts(questionnaireReport(tinyMaterial(), 'XAA')).join('\n');
    expect(text).toContain('120 datasets');
    expect(text).toContain('https://budget.example/data');
    expect(text).toContain('Most of it');
  });

  it('says what was not asked, not known or not answered', () => {
    const document = questionnaireReport(tinyMaterial(), 'XAC');
    const answer = document.data.columns.findIndex((column) => column.name === 'answer');
    const answers = new Map(document.data.rows.map((row) => [row[0], row[answer]]));
    expect(answers.get('q1a')).toBe('Not asked');
    expect(answers.get('q2/i4')).toBe('We do not know');
    expect(answers.get('q6')).toBe('Not answered');
    expect(document.title).toBe('Caledon has answered 6 of 8 questions asked');
  });

  it('is all open for a country that has not begun', () => {
    expect(questionnaireReport(tinyMaterial(), 'XZZ').title).toBe('XZZ has answered 0 of 6 questions asked');
  });

  it('is not made where there is no questionnaire: callers ask first', () => {
    expect(() => questionnaireReport(publishedMaterial('ourdata-2023'))).toThrow(/no questionnaire/);
  });
});
