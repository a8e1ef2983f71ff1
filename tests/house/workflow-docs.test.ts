/**
 * The diagrams and tables of docs/workflow.md are what the tables of core/workflow say. After a change of those, draw the page
 * anew: ALIDADE_DRAW=1 npx vitest run --config tests/vitest.config.ts tests/house/workflow-docs.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/core/workflow/actions.js';
import { DRAWINGS } from '../../src/core/workflow/draw-workflow.js';
import { ROLES } from '../../src/core/workflow/roles.js';
import { EDITION_STATUSES, SUBMISSION_STATUSES } from '../../src/core/workflow/statuses.js';

const PAGE = 'docs/workflow.md';
const PLACE = /<!-- drawn: ([a-z]+) -->\n([\s\S]*?)<!-- \/drawn -->/g;
const drawAnew = 'draw the page anew with ALIDADE_DRAW=1, as the head of this test says';

if (process.env.ALIDADE_DRAW === '1') {
  const drawn = readFileSync(PAGE, 'utf8').replace(
    PLACE,
    (_all, name: string) => `<!-- drawn: ${name} -->\n${DRAWINGS[name]?.() ?? ''}\n<!-- /drawn -->`,
  );
  writeFileSync(PAGE, drawn);
}

describe('the page on the workflow', () => {
  const page = readFileSync(PAGE, 'utf8');
  const places = new Map([...page.matchAll(PLACE)].map(([, name = '', text = '']) => [name, text.trim()]));

  it('has a place for every drawing, and no other', () => {
    expect([...places.keys()].sort()).toEqual(Object.keys(DRAWINGS).sort());
  });

  it.each(Object.keys(DRAWINGS))('shows the %s as the code has them', (name) => {
    expect(places.get(name), drawAnew).toBe(DRAWINGS[name]?.());
  });

  it('draws every status, action and role', () => {
    const drawn = [...places.values()].join('\n');
    const missing = [...SUBMISSION_STATUSES, ...EDITION_STATUSES, ...ROLES].filter((word) => !drawn.includes(word));
    expect(missing).toEqual([]);
    const rights = places.get('rights') ?? '';
    expect(ACTIONS.filter((action) => !rights.includes(`| ${action.replaceAll('-', ' ')} |`))).toEqual([]);
  });
});
