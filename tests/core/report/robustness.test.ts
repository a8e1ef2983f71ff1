/** The report on how sure a ranking is: what it finds, what it says it does not cover, and that its figures are those of the run. */
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../src/core/report/chart.js';
import type { Document, Table } from '../../../src/core/report/document.js';
import type { Material } from '../../../src/core/report/material.js';
import { robustness } from '../../../src/core/report/robustness.js';
import type { Analysis, Robustness } from '../../../src/core/robustness/edition/robustness.js';
import type { Input } from '../../../src/core/robustness/scenarios/input.js';
import { aRobustness, putToTheTest, WEIGHTS_AND_MEANS, weightsAt } from '../../fixtures/a-robustness.js';
import { aMethod, tinyAnswers } from '../../fixtures/tiny-survey.js';
import { madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { allTexts, headingOf, rowOf, sectionText, tableOf } from './reading.js';

const material = publishedMaterial('ourdata-2017');
const result = aRobustness(material, { runs: 1000, analyses: [weightsAt(material, 1), weightsAt(material, 2)] });
const put = (to: Robustness, base: Material = material): Material => ({
  ...base,
  robustness: { result: to, widest: 3 },
});
const document = robustness(put(result));
const [first] = result.analyses as readonly [Analysis, Analysis];
const NAME = Object.fromEntries(result.countries.map((country) => [material.nameOf(country), country]));
const rowNumber = (name: string): number => result.countries.indexOf(NAME[name] ?? '');

const chartsIn = (of: Document): readonly ChartSpec[] =>
  of.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const tableIds = (of: Document): readonly string[] =>
  of.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []));
const headsOf = (table: Table): readonly string[] => table.rows.map((row) => row.cells[0]?.text ?? '');

describe('the robustness of OURdata 2017 under other weights of its pillars', () => {
  it('opens with who leads in how many replications and how many tiers can be told apart', () => {
    const times = first.frequencies[rowNumber('Korea')]?.[0] ?? 0;
    expect(document.title).toBe(
      `Korea leads in ${Math.round(times / 10)} % of the replications; ${first.tiers.length} tiers can be told apart`,
    );
  });

  it('says what its intervals cover and what they do not', () => {
    expect(document.lead).toContain('The index was computed 1,000 times (replications), each time varying the weights');
    expect(document.lead).toContain('the weights of the pillars, shared out anew');
    expect(document.lead).toMatch(
      /It does not cover .*the choice of indicators.*the other weights.*how scores are combined.*errors in the published figures/,
    );
  });

  it('says how many answers in doubt nothing could be drawn for', () => {
    const text = allTexts(robustness(put({ ...result, analyses: [{ ...first, undrawn: 2 }] }))).join(' ');
    expect(text).toContain('2 more answers in doubt stay as they are: nobody knows what else they could be.');
    expect(allTexts(document).join(' ')).not.toContain('in doubt stay');
  });

  it('says everywhere that Alidade recomputed it from the published sub-pillars, and passes nothing off as printed', () => {
    expect(allTexts(document)).toContain(
      'All intervals, tiers and shares here are recomputed by Alidade from the published sub-pillars of OURdata Index 2017. They are not the source’s.',
    );
    const charts = chartsIn(document).map(({ subtitle }) => subtitle);
    expect(charts.filter((subtitle) => !subtitle.includes('recomputed by Alidade'))).toEqual([]);
    const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(tables.filter(({ caption }) => !caption.endsWith('recomputed by Alidade')).map(({ id }) => id)).toEqual([]);
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter(({ provenance }) => provenance === 'published')).toEqual([]);
  });

  it('gives each country its rank, median, interval and tier as the run left them', () => {
    const table = tableOf(document, 'intervals-table');
    expect(table.rows).toHaveLength(35);
    for (const name of ['Korea', 'Austria', 'Denmark']) {
      const { rank, score } = first.nodes[0]?.[rowNumber(name)] ?? { rank: undefined, score: undefined };
      const [low, high] = [Math.floor(rank?.p05 ?? 0), Math.ceil(rank?.p95 ?? 0)];
      const row = rowOf(table, name);
      expect(row['Interval of ranks']?.text).toBe(low === high ? `${low}` : `${low}–${high}`);
      expect(row['Median rank']?.value).toBe(rank?.median);
      expect(row['Interval of scores']?.text).toBe(
        `${(score?.p05 ?? 0).toFixed(2)} to ${(score?.p95 ?? 0).toFixed(2)}`,
      );
      expect(row.Tier?.value).toBe(first.tiers.findIndex((tier) => tier.includes(NAME[name] ?? '')) + 1);
    }
  });

  it('draws what the table says, tier after tier', () => {
    const chart = chartsIn(document)[0];
    if (chart?.kind !== 'rank-intervals') throw new Error('no chart of intervals');
    const table = tableOf(document, 'intervals-table');
    expect(chart.rows.map(({ label }) => label)).toEqual(headsOf(table));
    expect(chart.rows.map(({ shown }) => shown)).toEqual(table.rows.map((row) => row.cells[3]?.text));
    const tiers = chart.rows.map(({ tier }) => Number(tier.replace('Tier ', '')));
    expect(tiers).toEqual(tiers.toSorted((a, b) => a - b));
  });

  it('counts every replication of every country on one rank', () => {
    const rows = tableOf(document, 'frequencies-table').rows;
    expect(rows).toHaveLength(35);
    for (const row of rows) {
      const shares = row.cells.slice(2).map((cell) => cell.value ?? Number.NaN);
      expect(shares).toHaveLength(35);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    }
    // 100 stands for always: what is nearly so is 99.
    const most = rows.flatMap((row) => row.cells.slice(2)).filter(({ value = 0 }) => value >= 0.985);
    expect(most.length).toBeGreaterThan(0);
    for (const { text, value } of most) expect(text).toBe(value === 1 ? '100' : '99');
  });

  it('holds each country against the next three, and every pair in the files', () => {
    const table = tableOf(document, 'pairs-table');
    expect(table.rows).toHaveLength(34);
    const cell = rowOf(table, 'Korea')['Ahead of the next'];
    expect(cell?.also).toBe('France');
    expect(cell?.value).toBe((first.ahead[rowNumber('Korea')]?.[rowNumber('France')] ?? 0) / 1000);
    expect(tableIds(document)).not.toContain('pairs-all-table');
    const pairs = document.more?.find(({ id }) => id === 'pairs');
    expect(pairs?.rows).toHaveLength((2 * 35 * 34) / 2);
  });

  it('says who moves without which part, with + for places up', () => {
    const line = result.leftOut.find(({ node }) => node === '3');
    const { index } = material.framework;
    const scoresOf = (node: string) => material.results.nodes.find(({ id }) => id === node)?.score ?? [];
    const [whole, one, two] = [scoresOf(index.id), scoresOf('1'), scoresOf('2')];
    const rankOf = (scores: readonly number[], at: number): number =>
      1 + scores.filter((score) => score > (scores[at] ?? 0) + 1e-9).length;
    const before = whole.map((score) => score ?? 0);
    const after = one.map((score, at) => ((score ?? 0) + (two[at] ?? 0)) / 2);
    const moves = before.map((_, at) => rankOf(before, at) - rankOf(after, at));
    const farthest = moves.reduce((best, move) => (Math.abs(move) > Math.abs(best) ? move : best), 0);
    const row = rowOf(tableOf(document, 'left-out-table'), 'Re-use');
    const name = material.nameOf(material.results.countries[moves.indexOf(farthest)] ?? '');
    expect(row['Move farthest']?.text.split(', ')[0]).toBe(`${name} ${farthest > 0 ? '+' : '−'}${Math.abs(farthest)}`);
    expect(row['Mean shift in ranks']?.value).toBeCloseTo(moves.reduce((sum, m) => sum + Math.abs(m), 0) / 35, 12);
    expect(line?.meanShift).toBe(row['Mean shift in ranks']?.value);
  });

  it('draws no shares of one thing that varied alone', () => {
    expect(chartsIn(document).map(({ id }) => id)).toEqual(['intervals', 'frequencies']);
  });

  it('gives a further analysis a section of its own, which the paper does not take for the first', () => {
    expect(headingOf(document, 'analysis-2')).toMatch(/^Weights of the sub-pillars: \d+ of 35 ranks are sure/);
    const columns = (id: string) => tableOf(document, id).columns.map(({ title }) => title);
    expect(columns('analysis-2-table')).not.toEqual(columns('intervals-table'));
  });

  it('says how to make it again', () => {
    const text = sectionText(document, 'made');
    expect(text).toContain('Weights of the pillars: the weights of the pillars, shared out anew');
    expect(text).toContain('1,000 replications of each analysis, drawn independently of each other from seed 1.');
    expect(text).toContain('alidade robustness ourdata-2017 --runs 1000 --sensitivity 64 --design random --seed 1');
    expect(text).toContain(result.engine);
  });

  it('has one row of data for every analysis, node and country, with the columns of the command', () => {
    const names = document.data.columns.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['rank_mean', 'rank_median', 'rank_p05', 'rank_p95', 'score_mean', 'score_p05']),
    );
    expect(document.data.rows).toHaveLength(2 * result.aggregates.length * 35);
    const at = (name: string): number => names.indexOf(name);
    const row = document.data.rows.find((one) => one[at('node')] === '1' && one[at('country')] === 'KOR');
    expect(row?.[at('rank_p95')]).toBe(first.nodes[result.aggregates.indexOf('1')]?.[rowNumber('Korea')]?.rank.p95);
    expect(row?.[at('provenance')]).toBe('recomputed');
  });
});

describe('several things that vary', () => {
  const invented = robustness(
    putToTheTest(tinyMaterial(), { runs: 200, baseSamples: 128, analyses: [WEIGHTS_AND_MEANS] }),
  );

  it('are named with what they are chosen from', () => {
    expect(invented.lead).toContain(
      'every weight by up to ±25 % and how scores are combined (weighted arithmetic mean or weighted median)',
    );
    expect(invented.lead).not.toContain('published');
    expect(allTexts(invented).join('\n')).not.toContain('recomputed');
  });

  it('are held against each other by their indices', () => {
    const chart = chartsIn(invented).find(({ kind }) => kind === 'indices');
    if (chart?.kind !== 'indices') throw new Error('no chart of indices');
    expect(chart.rows.map(({ label }) => label)).toEqual(['All weights', 'How scores are combined']);
    const table = tableOf(invented, 'indices-table');
    expect(table.rows.map((row) => row.cells[1]?.text)).toEqual(chart.rows.map(({ first: bar }) => bar?.shown));
  });

  it('have no index where nothing moves, in words and never as nought', () => {
    const scores = {
      XAA: [0.9, 0.9, 0.9, 0.9],
      XAB: [0.6, 0.4, 0.3, 0.1],
      XAC: [0.1, 0.3, 0.4, 0.6],
      XAD: [0, 0, 0, 0],
    };
    const asked = { runs: 50, baseSamples: 64, analyses: [WEIGHTS_AND_MEANS] };
    const some = robustness(putToTheTest(madeUpMaterial({ scores }), asked));
    const cellsOf = (name: string) =>
      tableOf(some, 'indices-countries-table')
        .rows.find(({ cells }) => cells[0]?.text === name)
        ?.cells.slice(1);
    const still = { text: '', why: 'not defined: this rank does not move, or is missing in some evaluations' };
    expect(cellsOf('Country XAA')).toEqual([still, still, still, still]);
    expect(cellsOf('Country XAB')?.every(({ value }) => value !== undefined)).toBe(true);
    // Estimates are not clipped: where none is above 0, none is said to account for less than nothing.
    const tested = putToTheTest(madeUpMaterial({ scores }), asked);
    const [analysis] = tested.robustness?.result.analyses ?? [];
    const below = analysis?.sensitivity?.shift.map((one) => ({ ...one, first: -0.01 })) ?? [];
    const sensitivity = analysis?.sensitivity && { ...analysis.sensitivity, shift: below };
    const analyses = analysis && sensitivity ? [{ ...analysis, sensitivity }] : [];
    const strength = tested.robustness && { ...tested.robustness, result: { ...tested.robustness.result, analyses } };
    expect(headingOf(robustness({ ...tested, ...(strength && { robustness: strength }) }), 'indices')).toBe(
      'No input by itself accounts for how far the ranking moves',
    );
    const order = { XAA: [0.9, 0.9, 0.9, 0.9], XAD: [0, 0, 0, 0] };
    const none = robustness(putToTheTest(madeUpMaterial({ scores: order }), asked));
    expect(headingOf(none, 'indices')).toBe(
      'What the movement is due to cannot be told, because how far the ranking moves does not vary',
    );
    const chart = chartsIn(none).find(({ kind }) => kind === 'indices');
    expect(
      chart?.kind === 'indices' && chart.rows.every(({ first: bar, total }) => bar === null && total === null),
    ).toBe(true);
  });

  it('show who moves under each alternative by itself', () => {
    const table = tableOf(invented, 'choices-table');
    expect(table.rows.map((row) => [row.cells[0]?.text, row.cells[1]?.text])).toEqual([
      ['weighted arithmetic mean', 'How scores are combined'],
      ['weighted median', 'How scores are combined'],
    ]);
    expect(rowOf(table, 'weighted arithmetic mean')['Move farthest']?.text).toBe('nobody');
  });

  it('show all pairs of so few countries in one table', () => {
    const table = tableOf(invented, 'pairs-all-table');
    expect(table.rows).toHaveLength(table.columns.length - 1);
  });
});

describe('a country without a rank in the edition that has one in some replications', () => {
  // XAC does not know i4: it has a score where i4 is left out, and there alone.
  const drop = { id: 'indicators', inputs: [{ kind: 'drop' }] } as const;
  const dropped = putToTheTest(tinyMaterial(), { runs: 300, analyses: [drop] });
  const found = robustness(dropped);
  const present = dropped.robustness?.result.analyses[0]?.nodes[0]?.[2]?.present ?? 0;

  it('is not among the ranks that are called sure', () => {
    expect([present > 0, present < 100]).toEqual([true, true]);
    expect(headingOf(found, 'intervals')).toBe(
      'All 2 ranks are sure to within 3 places; that of Borduria reaches furthest, 2–3',
    );
  });

  it('stands on a rank in no more of the replications than it does', () => {
    const shares = tableOf(found, 'frequencies-table').rows[2]?.cells.map(({ value = 0 }) => value) ?? [];
    expect(Math.max(...shares.slice(2))).toBeLessThanOrEqual(present / 300);
    expect(shares.slice(2).reduce((sum, one) => sum + one, 0)).toBeCloseTo(present / 300, 12);
    expect(headingOf(found, 'frequencies')).toBe(
      `Avaria is on rank 1 in 100 % of the replications; no rank of Caledon comes up in more than ${Math.round(Math.max(...shares.slice(2)) * 100)} %`,
    );
  });
});

describe('every input', () => {
  const choice = (kind: string, ...rules: readonly (readonly [label: string, rule: unknown])[]): Input =>
    ({ kind, alternatives: rules.map(([label, rule]) => ({ label, rule })) }) as unknown as Input;
  const answers = [
    { country: 'XAA', key: 'q1', alternatives: [] },
    { country: 'XAB', key: 'q1', alternatives: [] },
  ];
  const cases: readonly (readonly [Input, string])[] = [
    [{ kind: 'weights', how: { type: 'spread', spread: 0.25 } }, 'every weight by up to ±25 %'],
    [
      { kind: 'weights', how: { type: 'uniform' } },
      'every weight, drawn evenly from 0 to 1 and brought back to their sum',
    ],
    [
      { kind: 'weights', how: { type: 'spread', spread: 0.1 }, nodes: ['1.1', '1.2'] },
      'the weights of Open-by-default policy and Consulting on release by up to ±10 %',
    ],
    [
      { kind: 'weights', how: { type: 'dirichlet' }, nodes: ['1', '2', '3'] },
      'the weights of the pillars, shared out anew with every division as likely as any other',
    ],
    [
      choice(
        'normalise',
        ['min-max:1,100', { type: 'min-max', low: 1, high: 100 }],
        ['z-score:50,5', { type: 'z-score', centre: 50, spread: 5 }],
        ['rank', { type: 'rank', ties: 'min' }],
      ),
      'how indicators are brought to scale (min–max to 1–100, z-scores with mean 50 and deviation 5 or ranks)',
    ],
    [
      choice(
        'aggregate',
        ['arithmetic', 'arithmetic-mean'],
        ['generalised:0.5', { type: 'generalised-mean', power: 0.5 }],
      ),
      'how scores are combined (weighted arithmetic mean or weighted mean of power 0.5)',
    ],
    [
      choice('impute', ['none', 'none'], ['group-mean:region', { type: 'group-mean', by: 'region' }]),
      'what stands for missing values (nothing or the mean of the group, by region)',
    ],
    [
      choice('treat', ['none', 'none'], ['outliers', { winsorise: 5 }]),
      'how outliers are treated (left as they are or winsorised or transformed)',
    ],
    [
      choice('missing', ['leave-out', 'leave-out'], ['block', 'block'], ['0', { score: 0 }]),
      'what becomes of missing scores (left out, no score above or counted as 0)',
    ],
    [
      choice('treat', ['mild', { winsorise: 1 }], ['strong', { winsorise: 9 }]),
      'how outliers are treated (mild or strong)',
    ],
    [{ kind: 'drop' }, 'which indicator is left out, or none'],
    [{ kind: 'doubt', answers }, '2 answers in doubt of 2 countries'],
  ];

  it.each(cases)('has its words: %j', (input, words) => {
    const varied = { ...result, analyses: [{ ...first, inputs: [input] }] };
    expect(robustness(put(varied)).lead).toContain(`each time varying ${words}.`);
  });

  it('is taken out of what the intervals do not cover', () => {
    const all = { ...result, analyses: [{ ...first, inputs: cases.map(([input]) => input) }] };
    const lead = robustness(put(all)).lead ?? '';
    const held = lead.slice(lead.indexOf('It does not cover'));
    expect(held).toContain('indicators that nobody asked for');
    for (const gone of ['brought to scale', 'combined', 'missing', 'outliers']) expect(held).not.toContain(gone);
  });
});

describe('a run with replications that had no numbers', () => {
  it('counts them where the figures are explained, and leaves them out of what the intervals cover', () => {
    const counted = robustness(put({ ...result, onProblem: 'count', analyses: [{ ...first, failed: 40 }] }));
    expect(counted.lead).toContain('computed 960 times');
    expect(counted.lead).toContain('40 of 1,000 replications had no numbers and are left out.');
    expect(sectionText(counted, 'made')).toContain('40 of 1,000 replications had no numbers and are left out');
  });

  it('names the part without which the index cannot be computed, with the reason', () => {
    const [some, ...others] = result.leftOut;
    if (some === undefined) throw new Error('nothing was left out');
    const none = result.countries.map(() => null);
    const leftOut = [{ ...some, ranks: none, scores: none, meanShift: null, problem: 'no-spread' }, ...others];
    const [cell] = tableOf(robustness(put({ ...result, leftOut })), 'left-out-table').rows[0]?.cells.slice(1) ?? [];
    expect(cell).toEqual({
      text: '',
      why: 'the index cannot be computed then: values that do not differ would have to be brought to scale',
    });
  });
});

describe('replications that somebody states', () => {
  it('are told as such, with the hash of their file', () => {
    const stated = robustness(put({ ...result, analyses: [{ ...first, replayed: 'abc123' }] }));
    expect(stated.lead).toContain('weights and choices that somebody states');
    expect(sectionText(stated, 'made')).toContain('replications read from a file (sha-256 abc123)');
    expect(sectionText(stated, 'made')).toContain('alidade robustness ourdata-2017 --replay FILE.csv');
  });

  it('are not said to hold what their file may move: the weights, and which indicators count', () => {
    const { lead = '' } = robustness(put({ ...result, analyses: [{ ...first, inputs: [], replayed: 'abc123' }] }));
    const held = lead.slice(lead.indexOf('It does not cover'));
    expect(held).toContain('indicators that nobody asked for, what that file leaves as it is, how indicators');
    expect(held).not.toMatch(/the (other )?weights|the choice of indicators/);
  });
});

describe('a large round', () => {
  const scores = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `C${String(i).padStart(3, '0')}`,
      [7, 8, 9, 10].map((k) => ((i * k * 37) % 211) / 300 + i / 700),
    ]),
  );
  const large = robustness(putToTheTest(madeUpMaterial({ scores }), { runs: 100, baseSamples: 0 }));

  it('lets several ranks share a column, and says so', () => {
    const columns = tableOf(large, 'frequencies-table').columns.slice(2);
    expect(columns).toHaveLength(20);
    expect(columns[0]?.title).toBe('1–10');
    expect(sectionText(large, 'frequencies')).toContain('10 ranks share a column');
  });

  it('counts the members of a tier that is too long to name', () => {
    expect(sectionText(large, 'intervals')).not.toMatch(/(Country C\d+, ){6}/);
  });

  it('folds its long tables away in the page', () => {
    const open = large.blocks.filter(
      (block) =>
        block.kind === 'table' &&
        block.twinOf === undefined &&
        block.fold === undefined &&
        block.table.rows.length > 40,
    );
    expect(open).toEqual([]);
  });
});

describe('ranks that are shared', () => {
  it('are not called a lead', () => {
    const same = madeUpMaterial({ scores: { XAA: [1, 1, 1, 1], XAB: [1, 1, 1, 1], XAC: [0, 0.1, 0.2, 0.3] } });
    expect(robustness(putToTheTest(same)).title).toMatch(
      /^Country XAA is first, alone or with others, in 100 % of the replications;/,
    );
  });

  it('by scores as they are shown are explained', () => {
    const method = aMethod({ ranking: { on: 'presented', decimals: 0, ties: 'lowest', tolerance: 0 } });
    const shown = robustness(putToTheTest(tinyMaterial(tinyAnswers, {}, { method })));
    expect(sectionText(shown, 'made')).toContain('The official ranking is of scores as they are shown');
  });
});

describe('an edition that was not put to the test', () => {
  const untested = robustness(material);

  it('says so, shows no chart and no table, and holds no row', () => {
    expect(untested.title).toBe('How sure is the ranking of OURdata Index 2017? It has not been put to the test yet');
    expect(untested.blocks.some(({ kind }) => kind === 'chart' || kind === 'table')).toBe(false);
    expect(untested.data.rows).toEqual([]);
    expect(untested.data.columns).toEqual(document.data.columns);
    expect(untested.more).toBeUndefined();
  });

  it('says how it is put to the test, where its method has something to vary', () => {
    const facts = { ...material.edition, analyses: ['pillar-weights'] };
    expect(allTexts(robustness({ ...material, edition: facts }))).toContain('alidade robustness ourdata-2017');
    const bare = allTexts(robustness({ ...material, edition: { ...facts, analyses: [] } }));
    expect(bare).toContain('The method of this edition has nothing that could be varied.');
    expect(bare).not.toContain('alidade robustness ourdata-2017');
  });

  it('says it of one country alone, too', () => {
    const alone = robustness(putToTheTest(madeUpMaterial({ scores: { XAA: [0.2, 0.4, 0.6, 0.8] } })));
    expect(alone.title).toContain('cannot be told: fewer than two countries are ranked');
  });
});
