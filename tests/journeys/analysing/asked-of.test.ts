/** What a run is asked: the plan of the definition, and what somebody wants otherwise. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisOptions } from '../../../src/journeys/analysing/asked-of.js';
import { askedOf } from '../../../src/journeys/analysing/asked-of.js';
import { type ComputedEdition, computedEdition } from '../../../src/journeys/computed-edition.js';
import { seeResults } from '../../../src/journeys/publishing/see-results.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, SECRETARY } from '../../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../../fixtures/tiny-survey.js';
import { aWorld } from '../../web/a-world.js';
import { got } from '../answering/at-work.js';
import { codesOf, computedOf } from './analysed.js';

let world: World;
let demonstration: ComputedEdition;
beforeAll(async () => {
  world = await aWorld();
  demonstration = await computedOf(world, 'demonstration-2024');
});
afterAll(() => world.store.close());

const asked = async (options?: AnalysisOptions, computed = demonstration) =>
  got(await askedOf(world, computed, options));
const DOUBTFUL = {
  country: 'XAA',
  key: 'q1',
  alternatives: [
    { answer: { value: 'whole' }, probability: 0.75 },
    { answer: null, probability: 0.25 },
  ],
} as const;

describe('what is asked of a run', () => {
  it('is the plan of the definition where nothing is said, analyses in the order of the edition', async () => {
    const { analyses, ...plan } = await asked();
    const { widest: _widest, doubt: _doubt, analyses: _planned, ...own } = demonstration.edition.definition.robustness;
    expect(plan).toEqual(own);
    expect(analyses.map(({ id }) => id)).toEqual(demonstration.edition.analyses);
    expect(analyses.every(({ inputs }) => inputs.length > 0)).toBe(true);
  });

  it('leaves out analyses of the plan that are not made of the edition', async () => {
    const none = { ...demonstration, edition: { ...demonstration.edition, analyses: [] } };
    expect(codesOf(await askedOf(world, none))).toEqual(['nothing-varies']);
  });

  it('is what somebody wants otherwise, and the plan in all the rest', async () => {
    const { analyses, ...rest } = await asked({ runs: 12, design: 'sobol', vary: ['drop:indicators', 'weights:0.5'] });
    const { baseSamples, seed, onProblem } = demonstration.edition.definition.robustness;
    expect(rest).toEqual({ runs: 12, design: 'sobol', baseSamples, seed, onProblem });
    expect(analyses).toEqual([
      { id: 'own', inputs: [{ kind: 'weights', how: { type: 'spread', spread: 0.5 } }, { kind: 'drop' }] },
    ]);
  });

  it('takes answers in doubt from a table, beside what varies or alone', async () => {
    const doubt = { kind: 'doubt', answers: [DOUBTFUL] };
    expect((await asked({ doubt: [DOUBTFUL] })).analyses).toEqual([{ id: 'own', inputs: [doubt] }]);
    const both = await asked({ doubt: [DOUBTFUL], vary: ['doubt', 'drop:indicators'] });
    expect(both.analyses).toEqual([{ id: 'own', inputs: [{ kind: 'drop' }, doubt] }]);
  });

  it('takes replications that somebody states, as many as there are, and no sensitivity', async () => {
    const replications = {
      hash: 'h',
      replications: [
        { choices: [], dropped: '' },
        { choices: [], dropped: 'i1' },
      ],
    };
    const stated = await asked({ stated: { inputs: [{ kind: 'drop' }], replications }, runs: 9 });
    expect(stated).toMatchObject({ runs: 2, baseSamples: 0 });
    expect(stated.analyses).toEqual([{ id: 'own', inputs: [{ kind: 'drop' }], stated: replications }]);
  });

  it('is nothing where the only doubt is of nobody', async () => {
    expect(codesOf(await askedOf(world, demonstration, { vary: ['doubt'] }))).toEqual(['nothing-varies']);
    expect(codesOf(await askedOf(world, demonstration, { vary: [] }))).toEqual(['nothing-varies']);
    expect(codesOf(await askedOf(world, demonstration, { doubt: [] }))).toEqual(['nothing-varies']);
    expect((await asked({ vary: ['doubt', 'drop:indicators'] })).analyses).toEqual([
      { id: 'own', inputs: [{ kind: 'drop' }] },
    ]);
  });
});

describe('doubt by what was said of the answers', () => {
  it('is of the answers that count, of countries that are in, by the shares of the method', async () => {
    const id = await aCollectedEdition(world);
    for (const country of ['XAA', 'XAB']) {
      const remark = { kind: 'remark-recorded', question: 'q3', remark: { confidence: 'guess' } } as const;
      await aSubmission(world, { edition: id, country, answers: tinyAnswers.get(country) ?? {}, more: [remark] });
    }
    const { revision: begun } = await world.store.submission(id, 'XAA');
    const ofNumber = { kind: 'remark-recorded', question: 'q3b', remark: { confidence: 'guess' } } as const;
    const at = { subject: { kind: 'submission', edition: id, country: 'XAA' }, by: 'test', at: world.clock() } as const;
    got(await world.store.commit([ofNumber], { ...at, expecting: begun }));
    const computed = await computedEdition(world, got(await seeResults(world, id, SECRETARY)));
    const under = (withheld: Record<string, string>): ComputedEdition => {
      const { definition } = computed.edition;
      const robustness = { ...definition.robustness, doubt: { fairly: 0, guess: 0.5, returned: 0, adjusted: 0 } };
      const input = { ...computed.computation.input, withheld: ['XAC', ...Object.keys(withheld)] };
      return {
        ...computed,
        edition: { ...computed.edition, withheld, definition: { ...definition, robustness } },
        computation: { ...computed.computation, input },
      };
    };
    const doubted = async (withheld: Record<string, string> = {}) => {
      const [analysis] = (await asked({ vary: ['doubt'] }, under(withheld))).analyses;
      const [input] = analysis?.inputs ?? [];
      return input?.kind === 'doubt' ? input.answers : [];
    };
    expect(await doubted()).toEqual([
      {
        country: 'XAA',
        key: 'q3',
        alternatives: [
          { answer: { value: 'yes' }, probability: 0.5 },
          { answer: { value: 'no' }, probability: 0.5 },
        ],
      },
      expect.objectContaining({ country: 'XAB', key: 'q3' }),
    ]);
    // Nobody knows what else a number could be; that it is in doubt is not lost.
    expect((await asked({ vary: ['doubt'] }, under({}))).analyses).toMatchObject([{ undrawn: 1 }]);
    expect((await doubted({ XAB: 'late' })).map(({ country }) => country)).toEqual(['XAA']);
    // Of a publication, the answer that was published is not the one that was remarked on since.
    const subject = { kind: 'submission', edition: id, country: 'XAA' } as const;
    const { revision } = await world.store.submission(id, 'XAA');
    const stamp = { subject, by: 'test', at: world.clock(), expecting: revision };
    got(await world.store.commit([{ kind: 'answer-recorded', key: 'q3', answer: { value: 'no' } }], stamp));
    expect((await doubted()).map(({ country }) => country)).toEqual(['XAB']);
  });
});
