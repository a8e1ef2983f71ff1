/** What words of a plan, or typed ones, come to in an index. */
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../src/library/robustness-plan.js';
import { tinyFramework as framework, tinyMethod as method } from '../fixtures/tiny-survey.js';

describe('words of what varies', () => {
  it('come to inputs in the order in which they are drawn, and say whether answers are in doubt', () => {
    const read = inputsOf(['doubt', 'drop:indicators', 'weights:uniform@pillar'], { framework, method });
    expect(read).toEqual({
      inputs: [{ kind: 'weights', how: { type: 'uniform' }, nodes: ['1', '2'] }, { kind: 'drop' }],
      withDoubt: true,
    });
    expect(inputsOf([], { framework, method })).toEqual({ inputs: [], withDoubt: false });
  });

  it('are told all at once, each at its place', () => {
    const words = ['doubt', 'weights:2', 'doubt', 'weights:uniform@pilar', 'missing', 'nothing'];
    const read = inputsOf(words, { framework, method: { ...method, normalisation: { type: 'z-score' } } });
    expect('faults' in read && read.faults).toEqual([
      { at: 1, message: expect.stringMatching(/^write by what share/) },
      { at: 2, message: "'doubt' is there twice" },
      { at: 3, message: expect.stringMatching(/^there is no level 'pilar'/) },
      { at: 4, message: expect.stringMatching(/without a low end/) },
      { at: 5, message: expect.stringMatching(/^'nothing' cannot be varied/) },
    ]);
    expect('sentences' in read && read.sentences[1]).toBe("--vary doubt: 'doubt' is there twice.");
  });
});
