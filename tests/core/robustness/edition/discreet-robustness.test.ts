/** What a result tells of answers in doubt: how many there are and of whom, and nothing from which one of them could be read. */
import { describe, expect, it } from 'vitest';
import { discreetRobustness } from '../../../../src/core/robustness/edition/discreet-robustness.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { group, indicator } from '../../scoring/raw-steps/a-round.js';
import { analysis, aRound, asked, robustness } from './a-job.js';

const ids = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at}`);
const tree = group('index', [
  group(
    'few',
    ids('f', 9).map((id) => indicator(id)),
  ),
  group('enough', [group('lone', [indicator('l')]), ...ids('e', 9).map((id) => indicator(id))]),
]);
const figures = (by: number): readonly number[] => Array.from({ length: 19 }, (_, at) => 1 + ((at * by) % 7));
const weights: Input = { kind: 'weights', how: { type: 'spread', spread: 0.4 } };
const doubt: Input = {
  kind: 'doubt',
  answers: [
    {
      country: 'XAA',
      key: 'the-question',
      alternatives: [
        { answer: { value: 'stated' }, probability: 0.9 },
        { answer: null, probability: 0.1 },
      ],
    },
  ],
};

/** As if such answers had varied as well: what is left out hangs on what varied alone. */
function tested(inputs: readonly Input[]) {
  const round = aRound(tree, { XAA: figures(2), XAB: figures(3), XAC: figures(5) });
  const result = robustness({
    round,
    asked: asked([analysis('one', weights), analysis('other', weights)], { runs: 9 }),
  });
  const [one, other] = result.analyses;
  if (one === undefined || other === undefined) throw new Error('an analysis is missing');
  return { framework: round.framework, result: { ...result, analyses: [{ ...one, inputs }, other] } };
}

describe('a result with answers in doubt', () => {
  const { result, framework } = tested([weights, doubt]);
  const shown = discreetRobustness(result, framework);

  it('has figures of the index and of nodes with ten indicators, and of none with fewer', () => {
    const cells = (at: number) =>
      Object.fromEntries(shown.aggregates.map((id, node) => [id, shown.analyses[at]?.nodes[node]?.length]));
    expect(cells(0)).toEqual({ index: 3, few: 0, enough: 3, lone: 0 });
    expect(cells(1)).toEqual({ index: 3, few: 3, enough: 3, lone: 3 });
  });

  it('says how many answers of whom are in doubt, and not which, nor what they may be', () => {
    expect(shown.analyses[0]?.inputs).toEqual([
      weights,
      { kind: 'doubt', answers: [{ country: 'XAA', key: '', alternatives: [] }] },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/the-question|stated|0\.9/);
  });

  it('is as it was in all the rest, and altogether where no answer was in doubt', () => {
    const { nodes: _nodes, inputs: _inputs, ...rest } = result.analyses[0] ?? {};
    expect(shown.analyses[0]).toMatchObject(rest);
    const undoubted = tested([weights]);
    expect(discreetRobustness(undoubted.result, undoubted.framework)).toEqual(undoubted.result);
  });

  it('has figures of the index, however few indicators there are', () => {
    const small = { ...framework, index: group('index', [indicator('a'), indicator('b')]) };
    expect(discreetRobustness(result, small).analyses[0]?.nodes[0]).toHaveLength(3);
  });
});
