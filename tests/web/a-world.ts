/** The real library, the invented answers and a store in a folder of its own: the world as it is served. */
import { join } from 'node:path';
import { makeWords } from '../../src/core/text/make-words.js';
import { seedDemonstrations } from '../../src/journeys/preparing/seed-demonstration.js';
import type { World } from '../../src/journeys/world.js';
import type { Edition, Library } from '../../src/library/library.js';
import { loadLibrary } from '../../src/library/load-library.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { usualPlan } from '../../src/library/robustness-plan.js';
import { openEvidenceFiles } from '../../src/store/evidence-files.js';
import { openStore } from '../../src/store/open-store.js';
import { oneThreadAnalyst } from '../fixtures/one-thread-analyst.js';
import {
  aMatrix,
  anOption,
  aQuestion,
  aQuestionnaire,
  aRow,
  aSection,
  tinyFramework,
  tinyMethod,
  tinyQuestionnaire,
} from '../fixtures/tiny-survey.js';
import { aFolder } from '../store/a-folder.js';

const ROOT = process.cwd();

const loaded = loadLibrary(ROOT);
if (!('library' in loaded)) throw new Error(JSON.stringify(loaded.faults));
const library: Library = loaded.library;

/** One question of every type, with a follow-up and a matrix whose second row hangs on its first. */
const everyType = aQuestionnaire(
  [
    aQuestion({
      id: 'yes',
      questions: [aQuestion({ id: 'why', answer: { type: 'text' }, when: { question: 'yes', is: 'yes' } })],
    }),
    aQuestion({ id: 'must', answer: { type: 'requirement' }, allows: ['not-known', 'not-applicable'] }),
    aQuestion({ id: 'often', answer: { type: 'frequency' } }),
    aQuestion({ id: 'much', answer: { type: 'share' } }),
    aQuestion({ id: 'one', answer: { type: 'single-choice', options: [anOption('a'), anOption('b')] } }),
    aQuestion({
      id: 'many',
      answer: {
        type: 'multiple-choice',
        options: [anOption('a'), anOption('b'), anOption('none', { exclusive: true })],
      },
      allows: ['not-known'],
    }),
    aQuestion({ id: 'rated', answer: { type: 'rating', levels: [anOption('red'), anOption('green')] } }),
    aQuestion({ id: 'scaled', answer: { type: 'scale', to: 10, labels: { 0: 'nothing', 10: 'all' } } }),
    aQuestion({ id: 'count', answer: { type: 'number', unit: 'data sets', from: 0, integer: true } }),
    aQuestion({ id: 'day', answer: { type: 'date', from: '2000-01-01' } }),
    aQuestion({ id: 'short', answer: { type: 'text', atMost: 4000 } }),
    aQuestion({ id: 'long', answer: { type: 'text', long: true }, guidance: 'One.\n\nTwo.', terms: ['open'] }),
    aQuestion({ id: 'links', answer: { type: 'link-list', atMost: 3 } }),
    aQuestion({
      id: 'grid',
      answer: aMatrix([
        aRow('first', { group: 'Rows' }),
        aRow('second', { group: 'Rows', when: { question: 'grid', part: 'first', is: 'yes' } }),
      ]),
    }),
    aQuestion({
      id: 'table',
      answer: {
        type: 'matrix',
        rows: [aRow('left'), aRow('right')],
        columns: [
          { id: 'open', text: 'Open?', answer: { type: 'yes-no' } },
          { id: 'size', text: 'How many?', answer: { type: 'number' } },
        ],
      },
    }),
  ],
  { terms: [{ id: 'open', term: 'open', definition: 'free to use' }], period: '2016' },
);

/** Invented editions beside the library's: one for every type of question, one for the tiny survey, one for the Barometer. */
const inventedEditions: readonly Edition[] = [
  anEdition('every-type', {
    questionnaire: { ...everyType, sections: [...everyType.sections, aSection('last', [aQuestion({ id: 'end' })])] },
  }),
  anEdition('tiny', { questionnaire: tinyQuestionnaire, framework: tinyFramework, method: tinyMethod }),
  anEdition('barometer', library.definitions.get('odb-2014') ?? {}),
];

export async function aWorld(given: Partial<World> = {}): Promise<World> {
  const folder = aFolder();
  const store = await openStore(folder);
  if (!store.ok) throw new Error(JSON.stringify(store.problems));
  const words = makeWords(loadTexts(ROOT), 'en');
  const world: World = {
    library: {
      ...library,
      editions: new Map([...library.editions, ...inventedEditions.map((one) => [one.id, one] as const)]),
    },
    store: store.value,
    evidence: openEvidenceFiles(join(folder, 'evidence')),
    words,
    clock: () => '2026-11-21T12:03:00.000Z',
    publicAddress: 'http://127.0.0.1:3000',
    sendsMail: false,
    analyst: oneThreadAnalyst,
    ...given,
  };
  const seeded = await seedDemonstrations({ library, store: world.store }, ROOT);
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.problems));
  return world;
}

function anEdition(id: string, definition: Partial<Edition['definition']>): Edition {
  const countries = ['XAA', 'XAB', 'XAC'];
  const whole: Edition['definition'] = {
    id,
    framework: tinyFramework,
    method: tinyMethod,
    robustness: usualPlan(tinyMethod),
    hash: 'abcdef0123456789',
    files: {},
    ...definition,
  };
  return {
    id,
    title: `Invented ${id}`,
    series: id,
    year: 2024,
    definition: whole,
    analyses: whole.robustness.analyses.map((analysis) => analysis.id),
    kind: 'demonstration',
    date: '2024-09-02',
    countries,
    withheld: {},
    groups: [{ id: 'all', name: 'All three', shortName: 'All', on: '2024-09-02', countries }],
    mainGroup: 'all',
    comparability: { class: id, breaks: 'Invented.' },
    source: 'Invented',
    citation: 'Invented.',
    notice: 'All of this is invented.',
  };
}
