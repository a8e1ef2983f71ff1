/** `alidade index --robustness`, `--sensitivity` and `--replay`: two units by enumeration, the same bytes again, and all that is refused. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressOn } from '../../src/cli/index-robustness-told.js';
import { type Ran, run } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'alidade-'));

/** One unit is best at x, the other at y. */
const META = `iCode,Level,Parent,Direction,Weight,Type
x,1,I,1,1,Indicator
y,1,I,1,1,Indicator
I,2,NA,1,1,Aggregate
`;
const DATA = 'uCode,x,y\nU1,10,0\nU2,0,4\n';

/** Three units, two pillars, a gap. */
const WIDE_META = `iCode,Level,Parent,Direction,Weight,Type
a,1,P,1,1,Indicator
b,1,P,-1,3,Indicator
c,1,Q,1,1,Indicator
P,2,I,1,1,Aggregate
Q,2,I,1,2,Aggregate
I,3,NA,1,1,Aggregate
`;
const WIDE_DATA = 'uCode,a,b,c\nU1,0,10,1\nU2,5,NA,3\nU3,10,30,2\nU4,7,20,2.5\n';

interface Tables {
  readonly data?: string;
  readonly meta?: string;
  readonly replay?: string;
}

const WIDE: Tables = { data: WIDE_DATA, meta: WIDE_META };

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The command on these tables, with the folder's name taken out of what it says. */
async function index({ data = DATA, meta = META, replay }: Tables, ...flags: readonly string[]): Promise<Ran> {
  const files = ['--data', file('data.csv', data), '--meta', file('meta.csv', meta)];
  const stated = replay === undefined ? [] : ['--replay', file('replay.csv', replay)];
  const { code, out, err } = await run('index', ...files, ...stated, ...flags);
  return { code, out, err: err.replaceAll(`${folder}/`, '') };
}

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n').filter(Boolean);

async function rows(tables: Tables, ...flags: readonly string[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const { code, out, err } = await index(tables, ...flags);
  expect(code, err).toBe(0);
  const [header = '', ...body] = linesOf(out);
  const names = header.split(',');
  return body.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

async function row(
  tables: Tables,
  key: string,
  ...flags: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const found = (await rows(tables, ...flags)).find(({ unit, node }) => `${unit} ${node}` === key);
  return found ?? {};
}

async function wrongUse(...flags: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await index({}, ...flags);
  expect([code, out]).toEqual([2, '']);
  return linesOf(err).slice(0, -1);
}

async function refusals(tables: Tables, ...flags: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await index(tables, ...flags);
  expect([code, out]).toEqual([1, '']);
  return linesOf(err);
}

describe('stated replications', () => {
  const replay = 'replication,weight:x,weight:y\n1,3,1\n2,1,1\n3,1,3\n';

  it('of two units are summed up as counted by hand', async () => {
    const { out, err } = await index({ replay });
    expect(err).toBe('');
    expect(out).toBe(
      `unit,node,level,score,rank,coverage,status,rank_mean,rank_median,rank_p05,rank_p95,score_mean,score_p05,score_p95
U1,I,2,50,1,1,computed,${4 / 3},1,1,1.9,50,27.5,72.5
U1,x,1,100,1,1,computed,,,,,,,
U1,y,1,0,2,1,computed,,,,,,,
U2,I,2,50,1,1,computed,${4 / 3},1,1,1.9,50,27.5,72.5
U2,x,1,0,2,1,computed,,,,,,,
U2,y,1,100,1,1,computed,,,,,,,
`,
    );
  });

  it('change no byte by the order of their rows and columns, or of the tables', async () => {
    const stated = 'replication,weight:x,weight:y,drop\n1,3,1,\n2,0.1,0.2,\n10,1,3,x\n';
    const turned = 'drop,weight:y,replication,weight:x\nx,3,10,1\n,0.2,2,0.1\n,1,1,3\n';
    const straight = await index({ replay: stated });
    expect(straight.code).toBe(0);
    expect(await index({ replay: turned, data: 'y,uCode,x\n4,U2,0\n0,U1,10\n' })).toEqual(straight);
  });

  it('that are all the same leave no width, and those of the method as it is leave its scores', async () => {
    const same = 'replication,normalise,weight:a,weight:b,weight:c,weight:P,weight:Q\n';
    const again = `${same}1,,1,3,1,1,2\n2,"min-max:0,100",1,3,1,1,2\n3,,1,3,1,1,2\n`;
    const found = (await rows({ ...WIDE, replay: again })).filter(({ node }) => /[A-Z]/.test(node ?? ''));
    expect(found).toHaveLength(12);
    for (const one of found) {
      expect([one.rank_median, one.rank_p05, one.rank_p95]).toEqual([one.rank, one.rank, one.rank]);
      expect([one.score_p05, one.score_p95]).toEqual([one.score, one.score]);
    }
  });

  it('tell in JSON who held which rank how often, which pairs are not clear, and the tiers', async () => {
    const { out, code, err } = await index({ replay }, '--format', 'json');
    expect(code, err).toBe(0);
    expect(JSON.parse(out).robustness).toEqual({
      replay: expect.stringMatching(/replay\.csv$/),
      replications: 3,
      failed: 0,
      onProblem: 'stop',
      inputs: [],
      rankFrequencies: { U1: { '1': 2, '2': 1 }, U2: { '1': 2, '2': 1 } },
      pairs: [{ a: 'U1', b: 'U2', both: 3, ahead: 1, behind: 1, aheadShare: 1 / 3 }],
      tiers: [['U1', 'U2']],
      leftOut: [
        { element: 'x', meanRankShift: 0.5, ranks: { U1: 2, U2: 1 } },
        { element: 'y', meanRankShift: 0.5, ranks: { U1: 1, U2: 2 } },
      ],
    });
  });

  it('list no pair whose better one was ahead throughout, and put it in the order of the ranking', async () => {
    // U3 is behind both in all three; U2 leads U1 in two of them.
    const data = 'uCode,x,y\nU1,8,4\nU2,10,2.5\nU3,0,0\n';
    const stated = 'replication,weight:x,weight:y\n1,3,1\n2,1,1\n3,1,3\n';
    const told = JSON.parse((await index({ data, replay: stated }, '--format', 'json')).out).robustness;
    expect(told.rankFrequencies.U3).toEqual({ '3': 3 });
    expect(told.pairs).toEqual([{ a: 'U1', b: 'U2', both: 3, ahead: 2, behind: 1, aheadShare: 2 / 3 }]);
    expect(told.tiers).toEqual([['U1', 'U2'], ['U3']]);
  });

  it('list a pair of which one had no score in some of them', async () => {
    const stated = 'replication,missing\n1,leave-out\n2,block\n';
    const told = JSON.parse((await index({ ...WIDE, replay: stated }, '--format', 'json')).out).robustness;
    const ofU2 = told.pairs.filter(({ a, b }: { a: string; b: string }) => a === 'U2' || b === 'U2');
    expect(ofU2).toHaveLength(3);
    for (const { both, ahead, behind } of ofU2) expect([both, ahead + behind]).toEqual([1, 1]);
    expect(Object.values(told.rankFrequencies.U2)).toEqual([1]);
  });

  const weighed = 'weight:a,weight:b,weight:c,weight:P,weight:Q';
  it.each<{ readonly stated: string; readonly flags?: readonly string[]; readonly meta?: string }>([
    { stated: 'normalise\n1,"z-score:50,5"', flags: ['--normalise', 'z-score:50,5'] },
    { stated: 'normalise\n1,rank', flags: ['--normalise', 'rank'] },
    { stated: 'aggregate\n1,median', flags: ['--aggregate', 'median'] },
    { stated: 'impute\n1,mean', flags: ['--impute', 'mean'] },
    { stated: 'treat\n1,outliers', flags: ['--treat', 'outliers'] },
    { stated: 'drop\n1,b', meta: WIDE_META.replace('b,1,P,-1,3,Indicator\n', '') },
    { stated: `${weighed}\n1,0.37,3,1,1,2`, meta: WIDE_META.replace('a,1,P,1,1', 'a,1,P,1,0.37') },
  ])('are to the last digit what the command computes by itself: $stated', async ({ stated, flags = [], meta }) => {
    const plain = await rows({ ...WIDE, ...(meta === undefined ? {} : { meta }) }, ...flags);
    const replayed = await rows({ ...WIDE, replay: `replication,${stated}\n` });
    const ofAggregates = replayed.filter(({ level }) => level !== '1');
    expect(ofAggregates.map((one) => [one.unit, one.node, one.score_mean, one.rank_mean])).toEqual(
      plain.filter(({ level }) => level !== '1').map(({ unit, node, score, rank }) => [unit, node, score, rank]),
    );
  });

  it('let something stand for what is missing, or block', async () => {
    const found = (missing: string) => row({ ...WIDE, replay: `replication,missing\n1,${missing}\n` }, 'U2 P');
    expect(await found('leave-out')).toMatchObject({ score: '50', score_mean: '50' });
    expect(await found('0')).toMatchObject({ score: '50', score_mean: '12.5', rank_mean: '4' });
    expect(await found('block')).toMatchObject({ score: '50', score_mean: '', rank_mean: '', rank_p95: '' });
  });

  it('are refused where one cannot be computed, with its rule; or counted where that is asked for', async () => {
    const some = 'replication,aggregate\n7,arithmetic\n8,geometric\n9,arithmetic\n';
    const lines = await refusals({ replay: some });
    expect(lines[0]).toMatch(
      /^data\.csv:2: with aggregate=geometric: I \(I\) has no score in 1 country \(U1\): “y” has 0 or less/,
    );
    expect(lines[0]).toMatch(/such as min–max to 1–100, or combine it by another rule\.$/);
    const { code, err, out } = await index({ replay: some }, '--on-problem', 'count');
    expect([code, err]).toEqual([
      0,
      'warning: 1 of 3 replications could not be computed, and are in none of these numbers\n',
    ]);
    expect(out).toBe((await index({ replay: 'replication,aggregate\n7,arithmetic\n9,arithmetic\n' })).out);
  });

  it('are refused all at once, with file and line', async () => {
    const wrong = `replication,weight:x,weight:z,normalise,aggregate,drop,wieght:y
1,1,2,rank,mean,x,1
1,-1,2,rnk,,I,1
b,,2,rank,,q,1
`;
    expect(await refusals({ replay: wrong })).toEqual([
      expect.stringMatching(/^replay\.csv:1: unknown column 'wieght:y'/),
      "replay.csv:1: there is no node 'z' to weigh; did you mean 'x'?",
      "replay.csv:1: a set of weights is of all nodes below the index; 1 of 2 have no column: 'weight:y'",
      expect.stringMatching(/^replay\.csv:2: aggregate: 'mean' is not known: use arithmetic/),
      expect.stringMatching(/^replay\.csv:3: normalise: 'rnk' is not known/),
      'replay.csv:3: replication 1 is there already, on line 2',
      "replay.csv:3: 'I' is an aggregate: only an indicator can be left out",
      "replay.csv:4: 'b' is no number of a replication: number them 1, 2, 3 and so on",
      "replay.csv:4: there is no indicator 'q' to leave out; did you mean 'x'?",
    ]);
    expect(await refusals({ replay: 'replication,weight:x,weight:y,weight:I\n1,0,0,1\n' })).toEqual([
      "replay.csv:1: 'I' is the index itself, which has no weight",
    ]);
    expect(await refusals({ replay: 'replication,weight:x,weight:y\n1,0,0\n2,-1,\n' })).toEqual([
      "replay.csv:2: all weights below 'I' are 0",
      "replay.csv:3: '-1' is no weight for 'x': a weight is a number of 0 or more",
      "replay.csv:3: the weight of 'y' is missing",
    ]);
  });

  it('are refused together with the tables', async () => {
    const lines = await refusals({ data: DATA.replace('10', 'ten'), replay: 'replication,drop\n1,z\n' });
    expect(lines).toEqual([
      "data.csv:2: column 'x' of unit 'U1': 'ten' is not a number",
      "replay.csv:2: there is no indicator 'z' to leave out; did you mean 'x'?",
    ]);
  });
});

describe('drawn replications', () => {
  const varied = [
    '--vary',
    'weights:0.25',
    '--vary',
    'normalise=min-max:1,100|z-score:50,5',
    '--vary',
    'drop:indicators',
  ];

  it('are the same bytes from the same seed, in whatever order anything is typed, and others from another', async () => {
    const first = await index(WIDE, '--robustness', '50', ...varied);
    expect(first.code, first.err).toBe(0);
    const turned = [
      '--vary',
      'drop:indicators',
      '--vary',
      'normalise=min-max:1,100|z-score:50,5',
      '--vary',
      'weights:0.25',
    ];
    expect(await index(WIDE, '--seed', '1', '--robustness', '50', '--design', 'random', ...turned)).toEqual(first);
    for (const other of [
      ['--seed', '2'],
      ['--design', 'sobol'],
      ['--design', 'latin'],
    ]) {
      expect((await index(WIDE, '--robustness', '50', ...varied, ...other)).out).not.toBe(first.out);
    }
  });

  it('leave the scores as they are under weights that vary by nothing', async () => {
    for (const one of await rows(WIDE, '--robustness', '20', '--vary', 'weights:0')) {
      if (one.level === '1') continue;
      expect([one.rank_p05, one.rank_p95]).toEqual([one.rank, one.rank]);
      expect([one.score_p05, one.score_p95]).toEqual([one.score, one.score]);
    }
  });

  it('keep between the ends that the weights allow', async () => {
    // 100·w/(w + v) with both weights between 0.5 and 1.5: between 25 and 75.
    const found = await row({}, 'U1 I', '--robustness', '2000', '--vary', 'weights:0.5', '--design', 'sobol');
    const [low, mean, high] = [found.score_p05, found.score_mean, found.score_p95].map(Number);
    expect(low).toBeGreaterThan(25);
    expect(high).toBeLessThan(75);
    expect(mean).toBeCloseTo(50, 1);
    expect(Number(found.rank_mean)).toBeCloseTo(1.5, 1);
  });

  it('take each alternative equally often, with a Latin hypercube exactly so', async () => {
    const flags = ['--normalise', 'min-max:1,100', '--robustness', '300', '--design', 'latin'];
    const found = await row({}, 'U1 I', ...flags, '--vary', 'aggregate');
    const [arithmetic, geometric, harmonic] = [50.5, 10, 2 / (1 + 1 / 100)];
    expect(Number(found.score_mean)).toBeCloseTo((arithmetic + geometric + harmonic) / 3, 9);
    expect(found.rank_mean).toBe('1');
  });

  it('tell in JSON what they were made of, and hold the same numbers as in CSV', async () => {
    const flags = ['impute', 'missing', 'treat', 'weights:uniform'].flatMap((word) => ['--vary', word]);
    const asked = ['--robustness', '20', ...flags, '--normalise', 'min-max:1,100'];
    const { out, code, err } = await index(WIDE, ...asked, '--format', 'json');
    expect(code, err).toBe(0);
    const told = JSON.parse(out);
    const { rankFrequencies, pairs, tiers, leftOut, ...account } = told.robustness;
    // At every level: two pillars and the three indicators below them.
    expect(leftOut.map(({ element }: { element: string }) => element)).toEqual(['P', 'a', 'b', 'Q', 'c']);
    expect(tiers.flat().sort()).toEqual(Object.keys(rankFrequencies));
    expect(pairs.length).toBeLessThanOrEqual(6);
    expect(account).toEqual({
      replications: 20,
      design: 'random',
      seed: 1,
      failed: 0,
      onProblem: 'stop',
      inputs: [
        { input: 'weights', drawn: 'uniform' },
        { input: 'missing', alternatives: ['leave-out', '1'] },
        { input: 'impute', alternatives: ['none', 'mean', 'median'] },
        { input: 'treat', alternatives: ['none', 'outliers'] },
      ],
    });
    const csv = linesOf((await index(WIDE, ...asked)).out).slice(1);
    const cells = (one: object): string =>
      Object.values(one)
        .map((cell) => cell ?? '')
        .join(',');
    expect(told.rows.map(cells)).toEqual(csv);
  });

  it('name every file, rule and column that an alternative lacks', async () => {
    const data = `${WIDE_DATA.replace('uCode', 'uCode,Region').replaceAll(/\n(U\d)/g, '\n$1,r')}`;
    const flags = [
      '--vary',
      'normalise=goalposts:1|distance-to-reference:U9',
      '--vary',
      'impute=none|group-mean:Regoin',
    ];
    const lines = await refusals({ ...WIDE, data }, '--robustness', '5', ...flags);
    expect(lines).toEqual([
      expect.stringMatching(/^data\.csv:1: .*'Regoin'.*did you mean 'Region'\?/),
      expect.stringMatching(/^data\.csv:1: there is no unit 'U9', which distance-to-reference names/),
      "meta.csv:2: 'a' has no goalpost_lower and goalpost_upper, which goalposts needs",
      "meta.csv:3: 'b' has no goalpost_lower and goalpost_upper, which goalposts needs",
      "meta.csv:4: 'c' has no goalpost_lower and goalpost_upper, which goalposts needs",
    ]);
    const found = await index({ ...WIDE, data }, '--robustness', '5', '--vary', 'impute=none|group-mean:Region');
    expect(found.code, found.err).toBe(0);
  });
});

describe('sensitivity', () => {
  const flags = ['--sensitivity', '512', '--design', 'sobol'];
  const table = async (tables: Tables, ...more: readonly string[]) => {
    const found = await rows(tables, ...flags, ...more);
    return new Map(found.map(({ input, output, ...numbers }) => [`${input} ${output}`, numbers]));
  };

  it('prints a row for every output and input, the mean shift first', async () => {
    const { out, code, err } = await index({}, ...flags, '--vary', 'weights:0.5', '--vary', 'impute');
    expect(code, err).toBe(0);
    expect(linesOf(out)[0]).toBe('input,output,s,s_low,s_high,st,st_low,st_high');
    expect(
      linesOf(out)
        .slice(1)
        .map((line) => line.split(',').slice(0, 2).join(' ')),
    ).toEqual(
      ['mean_rank_shift', 'U1:score', 'U1:rank', 'U2:score', 'U2:rank'].flatMap((output) => [
        `weights ${output}`,
        `impute ${output}`,
      ]),
    );
    expect((await index({}, ...flags, '--vary', 'impute', '--vary', 'weights:0.5')).out).toBe(out);
  });

  it('gives all to the one input that matters, and exactly 0 to one that cannot', async () => {
    const found = await table({}, '--vary', 'weights:0.5', '--vary', 'impute');
    for (const output of ['U1:score', 'U2:rank']) {
      expect(Number(found.get(`weights ${output}`)?.s)).toBeCloseTo(1, 1);
      expect(Number(found.get(`weights ${output}`)?.st)).toBeCloseTo(1, 1);
      expect(found.get(`impute ${output}`)).toEqual({
        s: '0',
        s_low: '0',
        s_high: '0',
        st: '0',
        st_low: '0',
        st_high: '0',
      });
    }
  });

  it('leaves cells empty where an output does not vary, and null in JSON', async () => {
    const data = 'uCode,x,y\nU1,10,9\nU2,0,4\nU3,4,0\n';
    const found = await table({ data }, '--vary', 'weights:0.5');
    const nothing = { s: '', s_low: '', s_high: '', st: '', st_low: '', st_high: '' };
    expect(found.get('weights U1:score')).toEqual(nothing);
    expect(found.get('weights U1:rank')).toEqual(nothing);
    expect(Number(found.get('weights U2:score')?.st)).toBeCloseTo(1, 1);
    const told = JSON.parse((await index({ data }, ...flags, '--vary', 'weights:0.5', '--format', 'json')).out);
    expect(told.sensitivity).toEqual({
      baseSamples: 512,
      design: 'sobol',
      seed: 1,
      failed: 0,
      evaluations: 512 * 3,
      onProblem: 'stop',
      inputs: [{ input: 'weights', drawn: 0.5 }],
    });
    expect(told.rows.find(({ output }: { output: string }) => output === 'U1:score')).toEqual({
      input: 'weights',
      output: 'U1:score',
      s: null,
      s_low: null,
      s_high: null,
      st: null,
      st_low: null,
      st_high: null,
    });
  });

  it('brackets its estimates, and is the same from the same seed', async () => {
    const asked = ['--vary', 'weights:0.25', '--vary', 'normalise=min-max:1,100|z-score:50,5|rank'];
    const {
      s = '',
      s_low,
      s_high,
      st = '',
      st_low,
      st_high,
    } = (await table(WIDE, ...asked)).get('normalise U2:score') ?? {};
    expect(Number(s_low)).toBeLessThan(Number(s));
    expect(Number(s_high)).toBeGreaterThan(Number(s));
    expect(Number(st_low)).toBeLessThan(Number(st));
    expect(Number(st_high)).toBeGreaterThan(Number(st));
    const once = await index(WIDE, ...flags, ...asked);
    expect(await index(WIDE, ...flags, ...asked)).toEqual(once);
    expect((await index(WIDE, ...flags, ...asked, '--seed', '2')).out).not.toBe(once.out);
  });
});

describe('what cannot be run is refused before anything is drawn', () => {
  it.each<readonly [readonly string[], RegExp]>([
    [['--vary', 'weights:0.25'], /^--vary: add --robustness N .* or --sensitivity N/],
    [['--seed', '2', '--on-problem', 'stop'], /^--seed, --on-problem: add --robustness N/],
    [
      ['--robustness', '10'],
      /^--robustness: say what is varied, one --vary for each: weights:SHARE, .* or drop:indicators\.$/,
    ],
    [['--robustness', '0', '--vary', 'impute'], /^--robustness 0: write a whole number from 1 to 1,000,000\.$/],
    [['--robustness', '1000000000', '--vary', 'impute'], /from 1 to 1,000,000\.$/],
    [['--robustness', '1.5', '--vary', 'impute'], /^--robustness 1\.5: write a whole number/],
    [['--robustness', 'ten', '--vary', 'impute'], /^--robustness ten: write a whole number/],
    [
      ['--sensitivity', '100001', '--vary', 'impute'],
      /^--sensitivity 100001: write a whole number from 1 to 100,000\.$/,
    ],
    [
      ['--robustness', '9', '--vary', 'impute', '--seed', '-1'],
      /^--seed -1: write a whole number from 0 to 9,007,199,254,740,991\.$/,
    ],
    [['--robustness', '9', '--vary', 'impute', '--seed', '9007199254740992'], /^--seed 9007199254740992: write/],
    [
      ['--robustness', '9', '--vary', 'impute', '--design', 'sobel'],
      /'sobel' is not known: use random, sobol or latin; did you mean 'sobol'\?/,
    ],
    [['--robustness', '9', '--vary', 'impute', '--on-problem', 'skip'], /'skip' is not known: use stop or count/],
    [['--robustness', '9', '--vary', 'weights'], /^--vary weights: write by what share of itself/],
    [['--robustness', '9', '--vary', 'weights:1.01'], /^--vary weights:1\.01: write by what share of itself/],
    [
      ['--robustness', '9', '--vary', 'wieghts:0.1'],
      /^--vary wieghts:0\.1: 'wieghts' cannot be varied: use .*; did you mean 'weights'\?/,
    ],
    [['--robustness', '9', '--vary', 'drop'], /write drop:indicators/],
    [
      ['--robustness', '9', '--vary', 'normalise=rank'],
      /^--vary normalise=rank: one alternative leaves nothing to vary/,
    ],
    [['--robustness', '9', '--vary', 'normalise='], /'' is not known/],
    [['--robustness', '9', '--vary', 'normalise=rank|min-max|rank'], /'rank' is there twice/],
    [['--robustness', '9', '--vary', 'normalise:rank|borda'], /alternatives stand behind an equals sign/],
    [
      ['--robustness', '9', '--vary', 'missing=leave-out|nothing'],
      /'nothing' is not known: use leave-out, block or a score/,
    ],
    [
      ['--robustness', '9', '--vary', 'impute', '--format', 'treated'],
      /^--format treated prints a table of values before any index/,
    ],
    [
      ['--sensitivity', '9', '--vary', 'impute', '--robustness', '9'],
      /^--robustness and --sensitivity print different tables/,
    ],
  ])('%j', async (flags, sentence) => {
    const lines = await wrongUse(...flags);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
  });

  it('one input varied twice, and all else that is wrong with the flags, at once', async () => {
    const lines = await wrongUse(
      '--robustness',
      '0',
      '--normalise',
      'x',
      '--vary',
      'weights:0.1',
      '--vary',
      'weights:uniform',
      '--vary',
      'treat=x|y',
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      '--normalise x',
      '--vary weights',
      '--vary treat=x|y',
      '--vary treat=x|y',
      '--robustness 0',
    ]);
  });

  it('draws beside a file of replications, and a file that is not there', async () => {
    expect(await wrongUse('--replay', join(folder, 'none.csv'), '--seed', '3')).toEqual([
      '--seed: --replay takes what is in its file and draws nothing.',
      expect.stringMatching(/^There is no file '.*none\.csv'\.$/),
    ]);
  });

  it('a geometric mean over values that reach zero, naming indicator, unit and remedy; and then no file is written', async () => {
    const out = join(folder, 'never.csv');
    const lines = await refusals({}, '--robustness', '10', '--vary', 'aggregate', '--out', out);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^data\.csv:\d: with aggregate=geometric: I \(I\) .*\(U\d\): “[xy]” has 0 or less there \(0 in the first\)/,
    );
    expect(lines[0]).toMatch(/such as min–max to 1–100/);
    expect(existsSync(out)).toBe(false);
    const both = ['--vary', 'aggregate=arithmetic|geometric', '--vary', 'normalise=rank|z-score:0,1'];
    expect((await refusals({}, '--sensitivity', '10', ...both))[0]).toMatch(
      /^data\.csv:\d: with normalise=z-score:0,1, aggregate=geometric: /,
    );
  });

  it('a score for what is missing where no scale has a low end, or two have different ones', async () => {
    const missing = ['--robustness', '9', '--vary', 'missing'];
    expect(await refusals({}, ...missing, '--normalise', 'z-score:0,1')).toEqual([
      "--vary missing: 'z-score' is a scale without a low end: write the score that stands for what is missing, as in missing=leave-out|0.",
    ]);
    expect(await refusals({}, ...missing, '--vary', 'normalise=min-max:0,100|rank')).toEqual([
      expect.stringMatching(/^--vary missing: the scales begin at different scores \(0, 1\): write the score/),
    ]);
    expect((await index(WIDE, ...missing, '--vary', 'normalise=min-max:0,100|percentile-rank')).code).toBe(0);
    expect(
      (await index(WIDE, '--robustness', '9', '--vary', 'missing=leave-out|0', '--normalise', 'z-score')).code,
    ).toBe(0);
  });

  it('weights where each unit has its own', async () => {
    expect(
      await refusals({}, '--robustness', '9', '--vary', 'weights:0.1', '--weights', 'benefit-of-the-doubt'),
    ).toEqual([
      '--vary weights: under benefit of the doubt each unit has weights of its own, and none that could vary.',
    ]);
  });
});

describe('progress', () => {
  afterEach(() => void vi.useRealTimers());

  const told = (isWatched: boolean) => {
    const texts: string[] = [];
    const shell = { isWatched, err: (text: string) => void texts.push(text) };
    return { texts, progress: progressOn(shell) };
  };

  it('is one line that is written over, ten times a second at most, and gone at the end', () => {
    vi.useFakeTimers({ now: 0 });
    const { texts, progress } = told(true);
    for (let now = 0; now <= 1000; now++) {
      vi.setSystemTime(now);
      progress.tell(now / 1000);
    }
    progress.end();
    expect(texts).toHaveLength(11);
    expect(texts[0]).toBe('\r\u001b[K10 % computed');
    expect(texts.at(-2)).toBe('\r\u001b[K100 % computed');
    expect(texts.at(-1)).toBe('\r\u001b[K');
  });

  it('is nothing where nobody watches, or where it is over at once', () => {
    vi.useFakeTimers({ now: 0 });
    for (const { texts, progress } of [told(false), told(true)]) {
      progress.tell(0.5);
      progress.end();
      expect(texts).toEqual([]);
    }
  });
});

describe('the page about formats', () => {
  it('shows replications that can be run on its tables', async () => {
    const page = readFileSync('docs/formats.md', 'utf8').split('## Bring your own indicators')[1] ?? '';
    const [data = '', meta = '', replay = ''] = [...page.matchAll(/```csv\n([^`]+)```/g)].map(
      (block) => block[1] ?? '',
    );
    const { code, err, out } = await index({ data, meta, replay }, '--normalise', 'min-max:1,100');
    expect(code, err).toBe(0);
    expect(linesOf(out)[0]).toMatch(/,rank_mean,rank_median,rank_p05,rank_p95,score_mean,score_p05,score_p95$/);
  });
});

describe('the walk-through of a published index', () => {
  const page = readFileSync('docs/rebuild-an-index.md', 'utf8');
  const [, typed = ''] = /\n(npx alidade index --data docs[^`]*?--robustness[^`]*?)\n```/.exec(page) ?? [];
  const words = typed
    .replaceAll(/[\\\n']+/g, ' ')
    .trim()
    .split(/\s+/)
    .slice(2);
  const shown = [...page.matchAll(/```csv\n((?:unit|input)[^`]+)```/g)].map((block) => linesOf(block[1] ?? ''));

  it('shows the rows that its command prints', async () => {
    const { code, out, err } = await run(...words);
    expect([code, err]).toEqual([0, '']);
    expect(shown[0]).toHaveLength(4);
    expect(linesOf(out)).toEqual(expect.arrayContaining([...(shown[0] ?? [])]));
  });

  it('shows what these ranks are due to', async () => {
    const asked = words.join(' ').replace('--robustness 10000', '--sensitivity 4096 --design sobol').split(' ');
    const { code, out, err } = await run(...asked);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out).slice(0, 3)).toEqual(shown[1]);
  });
});
