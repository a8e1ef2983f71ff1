/** What can be typed behind --vary, what it comes to in a method, and replications in a file. */
import { describe, expect, it } from 'vitest';
import type { Framework, Node } from '../../src/core/scoring/framework.js';
import type { Method, ScaleRule } from '../../src/core/scoring/method.js';
import { prepare } from '../../src/core/scoring/prepare.js';
import { indexMethod } from '../../src/library/index-method.js';
import { readVary } from '../../src/library/index-vary.js';
import { readReplay } from '../../src/library/index-vary-replay.js';
import { methodsUnder, settledInputs } from '../../src/library/index-vary-settle.js';

const node = (id: string, ...children: readonly Node[]): Node => ({ id, name: id, weight: 1, children });
const framework: Framework = {
  title: 'Two pillars',
  levels: [],
  index: node('I', node('P', node('a'), node('b')), node('Q', node('c'))),
  rollUps: [],
};
const { method } = indexMethod([], {});
const plan = prepare(framework, method);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what is typed behind --vary', () => {
  it('comes in the order in which it is drawn, whatever the order of typing', () => {
    const words = ['drop:indicators', 'treat', 'aggregate', 'weights:0.25'];
    expect(readVary(words)).toEqual(readVary(words.toReversed()));
    expect(readVary(words)).toMatchObject({
      varied: [{ kind: 'weights' }, { kind: 'aggregate' }, { kind: 'treat' }, { kind: 'drop' }],
    });
  });

  it.each([
    ['weights:0', { kind: 'weights', how: { type: 'spread', spread: 0 } }],
    ['weights:1', { kind: 'weights', how: { type: 'spread', spread: 1 } }],
    ['weights:uniform', { kind: 'weights', how: { type: 'uniform' } }],
    ['weights:dirichlet', { kind: 'weights', how: { type: 'dirichlet' } }],
    ['drop:indicators', { kind: 'drop' }],
    ['missing', { kind: 'missing', alternatives: 'by-scale' }],
    [
      'missing=leave-out|0|50|block',
      {
        kind: 'missing',
        alternatives: [
          { label: 'leave-out', rule: 'leave-out' },
          { label: '0', rule: { score: 0 } },
          { label: '50', rule: { score: 50 } },
          { label: 'block', rule: 'block' },
        ],
      },
    ],
    [
      'aggregate= geometric | generalised:-1 ',
      {
        kind: 'aggregate',
        alternatives: [
          { label: 'geometric', rule: 'geometric-mean' },
          { label: 'generalised:-1', rule: { type: 'generalised-mean', power: -1 } },
        ],
      },
    ],
    [
      'impute',
      {
        kind: 'impute',
        alternatives: [
          { label: 'none', rule: 'none' },
          { label: 'mean', rule: 'mean' },
          { label: 'median', rule: 'median' },
        ],
      },
    ],
  ])('%s', (word, input) => {
    expect(readVary([word])).toEqual({ varied: [input] });
  });

  it('stands for the usual alternatives where none are written', () => {
    expect(readVary(['normalise'])).toEqual(readVary(['normalise=min-max:1,100|z-score:50,5|rank']));
    expect(readVary(['aggregate'])).toEqual(readVary(['aggregate=arithmetic|geometric|harmonic']));
    expect(readVary(['treat'])).toEqual(readVary(['treat=none|outliers']));
  });

  it('shares ranks as --ties says, in those alternatives that have any', () => {
    expect(readVary(['normalise=rank|min-max'], 'average')).toMatchObject({
      varied: [{ alternatives: [{ rule: { type: 'rank', ties: 'average' } }, { rule: { type: 'min-max' } }] }],
    });
  });

  it('is told in a sentence for each alternative that cannot be read', () => {
    const read = readVary(['impute=none|knn|group-mean', 'treat=none|some']);
    expect('sentences' in read && read.sentences).toEqual([
      expect.stringMatching(/^--vary impute=none\|knn\|group-mean: 'knn' is not known/),
      expect.stringMatching(/: write the column of DATA/),
      expect.stringMatching(/^--vary treat=none\|some: 'some' is not known/),
    ]);
  });
});

describe('weights of single levels', () => {
  const named: Framework = {
    ...framework,
    levels: [
      { name: 'index', plural: 'indices' },
      { name: 'pillar', plural: 'pillars' },
      { name: 'indicator', plural: 'indicators' },
    ],
    index: node('I', node('P', node('a'), node('b')), node('q')),
  };
  const nodesUnder = (word: string, settings: Partial<Method> = {}) => {
    const read = readVary([word]);
    if (!('varied' in read)) return read.sentences;
    const { inputs, sentences } = settledInputs(read.varied, named, { ...method, ...settings });
    const [input] = inputs;
    return input?.kind === 'weights' ? input.nodes : sentences;
  };

  it.each([
    ['weights:0.25', undefined],
    ['weights:0.25@pillar', ['P', 'q']],
    ['weights:dirichlet@pillars', ['P', 'q']],
    ['weights:uniform@indicator', ['a', 'b']],
    ['weights:uniform@1', ['a', 'b', 'q']],
    ['weights:uniform@2', ['P']],
    ['weights:uniform@ indicators , 2 ', ['P', 'a', 'b']],
    ['weights:uniform@1,1', ['a', 'b', 'q']],
  ])('%s: by depth where they are named, from the indicators up where they are numbered', (word, nodes) => {
    expect(nodesUnder(word)).toEqual(nodes);
  });

  it.each([
    [
      'weights:uniform@pilar',
      /^--vary weights: there is no level 'pilar': write pillar, indicator or a number from 1 \(indicators\) to 2; did you mean 'pillar'\?\.$/,
    ],
    ['weights:0.1@4', /there is no level '4'/],
    ['weights:0.1@index', /'index' is the index itself, which has no weight/],
    ['weights:0.1@3', /'3' is the index itself/],
    ['weights:0.1@', /^--vary weights:0\.1@: name the levels behind the @/],
    ['weights:0.1@pillar,', /name the levels behind the @/],
    ['weights:@pillar', /write by what share of itself/],
  ])('%s is told in a sentence', (word, sentence) => {
    expect(nodesUnder(word)).toEqual([expect.stringMatching(sentence)]);
  });

  it('are none where each unit has weights of its own', () => {
    const read = readVary(['weights:0.1@1']);
    const { sentences } = settledInputs('varied' in read ? read.varied : [], named, {
      ...method,
      weights: 'benefit-of-the-doubt',
    });
    expect(sentences).toEqual([expect.stringMatching(/under benefit of the doubt/)]);
  });
});

it('answers in doubt are for editions: two tables hold none', () => {
  const read = readVary(['doubt']);
  expect('sentences' in read && read.sentences).toEqual([
    '--vary doubt: two tables hold no answers that could be in doubt.',
  ]);
});

describe('what stands for a missing score', () => {
  const lowUnder = (rule: ScaleRule, own: Method['nodes'] = {}) => {
    const read = readVary(['missing']);
    const varied = 'varied' in read ? read.varied : [];
    const { inputs, sentences } = settledInputs(varied, framework, { ...method, normalisation: rule, nodes: own });
    const [input] = inputs;
    return input?.kind === 'missing' ? input.alternatives[1]?.rule : sentences;
  };

  it.each<readonly [ScaleRule, number]>([
    [{ type: 'min-max', low: -5, high: 5 }, -5],
    [{ type: 'goalposts', low: 0, high: 10 }, 0],
    [{ type: 'rank', ties: 'min' }, 1],
    [{ type: 'borda', ties: 'min' }, 0],
    [{ type: 'percentile-rank', ties: 'min' }, 0],
    [{ type: 'distance-to-max' }, 0],
    [{ type: 'distance-to-target' }, 0],
  ])('is the low end of %j', (rule, score) => {
    expect(lowUnder(rule)).toEqual({ score });
  });

  it('is nothing where a scale has no low end, or indicators have several', () => {
    expect(lowUnder({ type: 'none' })).toHaveLength(1);
    expect(lowUnder({ type: 'distance-to-target', min: 3 })).toHaveLength(1);
    const own = { a: { scale: { type: 'min-max', low: 1, high: 100 } } } as const;
    expect(lowUnder({ type: 'min-max', low: 0, high: 100 }, own)).toEqual([
      expect.stringMatching(/the scales begin at different scores \(1, 0\)/),
    ]);
    expect(lowUnder({ type: 'min-max', low: 1, high: 7 }, own)).toEqual({ score: 1 });
  });
});

it('the methods that are tried are those of each alternative by itself', () => {
  const read = readVary(['normalise=rank|borda', 'impute=mean|median', 'weights:0.1', 'drop:indicators']);
  const { inputs } = settledInputs('varied' in read ? read.varied : [], framework, method);
  expect(methodsUnder(inputs, framework, method)).toEqual([
    { ...method, normalisation: { type: 'rank', ties: 'min' } },
    { ...method, normalisation: { type: 'borda', ties: 'min' } },
    { ...method, imputation: 'mean' },
    { ...method, imputation: 'median' },
  ]);
});

describe('replications in a file', () => {
  it('come by their number, with the place of each rule among those of the file, and −1 where none is stated', () => {
    const read = readReplay(bytes('replication,aggregate,drop\n3,median,\n1,geometric,b\n2,,c\n'), { plan });
    expect(read).toEqual({
      replay: {
        inputs: [
          {
            kind: 'aggregate',
            alternatives: [
              { label: 'geometric', rule: 'geometric-mean' },
              { label: 'median', rule: 'median' },
            ],
          },
        ],
        replications: [
          { number: 1, scenario: { choices: [0], dropped: 3 } },
          { number: 2, scenario: { choices: [-1], dropped: 5 } },
          { number: 3, scenario: { choices: [1], dropped: -1 } },
        ],
      },
    });
  });

  it('have weights by place, those of the index being nobody’s', () => {
    const header = 'weight:Q,weight:P,weight:c,weight:b,weight:a,replication';
    const read = readReplay(bytes(`${header}\n6,2,5,0.4,3,0\n`), { plan });
    expect('replay' in read && read.replay.replications[0]?.weights).toEqual(Float64Array.of(1, 2, 3, 0.4, 6, 5));
  });

  it('need none for what lies below a node whose score is given, and no unit of its own there', () => {
    const given = new Set(['P', 'Q']);
    const read = readReplay(bytes('replication,weight:P,weight:Q\n1,3,1\n'), { plan, given });
    expect('replay' in read && read.replay.replications[0]?.weights).toEqual(Float64Array.of(1, 3, 1, 1, 1, 1));
    const below = readReplay(bytes('replication,weight:P,weight:Q,weight:a\n1,3,1,1\n'), { plan, given });
    expect('faults' in below && below.faults).toEqual([
      { line: 1, message: "'a' lies below a score that is given, and weighs nothing" },
    ]);
  });

  it('need a column for every node below the index, and a weight above 0 in every group', () => {
    const faultsOf = (text: string) => {
      const read = readReplay(bytes(text), { plan });
      return 'faults' in read ? read.faults : [];
    };
    expect(faultsOf('replication,weight:a\n1,1\n')).toEqual([
      {
        line: 1,
        message:
          "a set of weights is of all nodes below the index; 4 of 5 have no column: 'weight:P', 'weight:b', 'weight:Q', 'weight:c'",
      },
    ]);
    const all = 'replication,weight:a,weight:b,weight:c,weight:P,weight:Q';
    expect(faultsOf(`${all}\n1,0,0,1,1,0\n2,1,1,0,0,0\n`)).toEqual([
      { line: 2, message: "all weights below 'P' are 0" },
      { line: 3, message: "all weights below 'I' are 0" },
      { line: 3, message: "all weights below 'Q' are 0" },
    ]);
    expect(faultsOf(`${all},weight:a\n1,1,1,1,1,1,1\n`)).toEqual([
      { line: 1, message: "the column 'weight:a' is there twice" },
    ]);
    expect(faultsOf('replication,drop\n1.5,\n-1,\n,a\n')).toHaveLength(3);
    expect(faultsOf('drop\na\n')).toEqual([{ line: 1, message: "the column 'replication' is missing" }]);
  });
});
