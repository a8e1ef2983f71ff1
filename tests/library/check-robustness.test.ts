/** The section `robustness` of method.yaml: what it comes to, and every fault where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinitionTexts } from '../../src/library/check-definition.js';
import { loadLibrary } from '../../src/library/load-library.js';

const FOLDER = 'tests/fixtures/definitions/tiny';
const files = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]));
const method = files['method.yaml'] ?? '';
const below = method.split('\n').length;

const checked = (section: string, recipe = method) =>
  checkDefinitionTexts('tiny', { ...files, 'method.yaml': recipe + section });
const planOf = (section: string, recipe = method) => checked(section, recipe).definition?.robustness;
/** Lines are counted from the section's own first. */
const faults = (section: string) =>
  checked(section).faults.map(({ line, column, message }) => `${line - below + 1}:${column} ${message}`);

const USUAL = {
  runs: 10_000,
  baseSamples: 512,
  seed: 1,
  design: 'random',
  onProblem: 'stop',
  widest: 3,
  doubt: { fairly: 0, guess: 0, returned: 0, adjusted: 0 },
  analyses: [{ id: 'weights', vary: ['weights:0.25'] }],
};

describe('how ranks are put to the test', () => {
  it('is what is usual where a method says nothing of it, or hardly anything', () => {
    expect(planOf('')).toEqual(USUAL);
    expect(planOf('robustness: {}\n')).toEqual(USUAL);
    expect(planOf('robustness: { seed: 7, doubt: { guess: 0.5 } }\n')).toEqual({
      ...USUAL,
      seed: 7,
      doubt: { ...USUAL.doubt, guess: 0.5 },
    });
  });

  it('leaves indicators out one by one where each country has weights of its own, which cannot vary', () => {
    const own = method.replace('weights: equal', 'weights: benefit-of-the-doubt');
    expect(planOf('', own)?.analyses).toEqual([{ id: 'indicators', vary: ['drop:indicators'] }]);
  });

  it('may be said whole, analyses in the order in which they stand', () => {
    const section = `robustness:
  runs: 200
  base-samples: 0
  seed: 2017
  design: sobol
  on-problem: count
  widest: 5
  doubt: { fairly: 0.05, guess: 0.25, returned: 0.2, adjusted: 0.1 }
  analyses:
    pillars: ['weights:uniform@pillar']
    all: ['weights:0.25', doubt]
    a2: ['aggregate=arithmetic|geometric', 'drop:indicators']
`;
    expect(planOf(section)).toEqual({
      runs: 200,
      baseSamples: 0,
      seed: 2017,
      design: 'sobol',
      onProblem: 'count',
      widest: 5,
      doubt: { fairly: 0.05, guess: 0.25, returned: 0.2, adjusted: 0.1 },
      analyses: [
        { id: 'pillars', vary: ['weights:uniform@pillar'] },
        { id: 'all', vary: ['weights:0.25', 'doubt'] },
        { id: 'a2', vary: ['aggregate=arithmetic|geometric', 'drop:indicators'] },
      ],
    });
  });

  it('is no part of the recipe, and of the files that are frozen', () => {
    const { definition } = checked('robustness: { seed: 7 }\n');
    expect(definition?.method).toEqual(checked('').definition?.method);
    expect(definition?.files['method.yaml']).toContain('robustness: { seed: 7 }');
    expect(definition?.hash).not.toBe(checked('').definition?.hash);
  });

  it('is told with every fault at its place', () => {
    const section = `robustness:
  runs: 0
  seeed: 3
  design: sobel
  doubt: { guess: 1, returned: 1.5 }
  analyses:
    pillars: ['weights:uniform@pilar']
    2nd: ['weights:0.1']
    all: ['weights:2', 'agregate']
    none: []
`;
    expect(faults(section)).toEqual([
      "2:9 'runs' must be a whole number from 1 to 1000000",
      expect.stringMatching(/^3:3 .*'seeed'.*did you mean 'seed'/),
      expect.stringMatching(/^4:11 .*did you mean 'sobol'/),
      expect.stringMatching(/^5:19 'guess' must be from 0 up to, and below, 1/),
      expect.stringMatching(/^5:32 'returned' must be from 0 up to, and below, 1/),
      expect.stringMatching(/^7:15 there is no level 'pilar'.*did you mean 'pillar'/),
      '8:5 the key must start with a letter',
      expect.stringMatching(/^9:11 write by what share/),
      expect.stringMatching(/^9:24 'agregate' cannot be varied.*did you mean 'aggregate'/),
      expect.stringMatching(/^10:5 'none' is an empty list/),
    ]);
  });

  it('names each thing that varies once', () => {
    expect(faults("robustness: { analyses: { all: [doubt, 'weights:0.1', doubt, 'weights:0.2'] } }\n")).toEqual([
      "1:55 'doubt' is there twice",
      expect.stringMatching(/^1:62 'weights' is varied already/),
    ]);
  });

  it('names what varies, or leaves the key out', () => {
    expect(faults('robustness: { analyses: {} }\n')).toEqual([expect.stringMatching(/^1:15 'analyses' is empty/)]);
  });
});

describe('the definitions of the project', () => {
  const loaded = loadLibrary('.');
  const library = 'library' in loaded ? loaded.library : undefined;

  const ids = (id: string) => library?.definitions.get(id)?.robustness.analyses.map((one) => one.id);

  it('say how their ranks are put to the test', () => {
    expect(ids('ourdata-2017')).toEqual([
      'all-weights',
      'everything',
      'pillar-weights',
      'sub-pillar-weights',
      'methods',
    ]);
    expect(ids('ourdata-2023')).toEqual(['pillar-weights', 'sub-pillar-weights', 'methods']);
    expect(ids('odb-2014')).toEqual(['weights']);
  });

  it('are put to those tests that the editions have anything to vary for', () => {
    const analyses = (id: string) => library?.editions.get(id)?.analyses;
    expect(analyses('ourdata-2017')).toEqual(['pillar-weights', 'sub-pillar-weights', 'methods']);
    expect(analyses('ourdata-2023')).toEqual(['pillar-weights', 'sub-pillar-weights', 'methods']);
    expect(analyses('demonstration-2024')).toEqual(ids('ourdata-2017'));
  });
});
