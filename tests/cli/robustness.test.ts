/** `alidade robustness`: what it stores and prints, what it refuses all at once, and going on after Ctrl-C. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { Robustness } from '../../src/core/robustness/edition/robustness.js';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission } from '../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aFolder } from '../store/a-folder.js';
import { aWorld } from '../web/a-world.js';
import type { Ran } from './run.js';

const SECRET = 'secret-2026';
const folder = mkdtempSync(join(tmpdir(), 'alidade-'));

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aCollectedEdition(world, { id: SECRET, title: 'The secret edition', countries: ['XAA', 'XAB', 'XAC'] });
  for (const country of ['XAA', 'XAB']) {
    await aSubmission(world, { edition: SECRET, country, answers: tinyAnswers.get(country) ?? {} });
  }
  await aCollectedEdition(world, { id: 'young-2027', title: 'One in preparation', status: 'preparing' });
});
afterAll(() => world.store.close());

/** As somebody types it, over the world of the test. */
async function robustness(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const closed = (): never => {
    throw new Error('this command should not need that');
  };
  const shared = { ...world, store: { ...world.store, close: async () => undefined } };
  const code = await runCommandLine(['robustness', ...args], {
    root: process.cwd(),
    cwd: folder,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    house: {
      config: () => ({}) as never,
      openWorld: async () => ({ world: shared }) as never,
      startWeb: closed,
      startPost: closed,
      startAnalysing: closed,
      seed: closed,
    },
  });
  return { code, out, err };
}

const QUICK = ['--runs', '200', '--sensitivity', '0'];

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean);

/** The last result of an edition, as it is stored. */
async function stored(edition: string): Promise<Robustness> {
  const [last] = await world.store.robustness(edition);
  return JSON.parse((await world.store.robustnessResult(edition, last?.number ?? 0)) ?? 'null') as Robustness;
}

describe('alidade robustness', () => {
  it('prints score, rank, interval and tier of every country, what varied, and that it is stored', async () => {
    const { code, out, err } = await robustness('ourdata-2017', ...QUICK, '--vary', 'weights:0.25');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Country +Score +Rank +Interval of ranks +Tier$/m);
    expect(out).toMatch(/^Korea +0\.94 +1 +1 +1$/m);
    expect(out).toMatch(/^Japan +0\.80 +3 +3–5 +3$/m);
    expect(linesOf(out).filter((line) => / +0\.\d\d +\d+ +[\d–]+ +\d+$/.test(line))).toHaveLength(35);
    expect(out).toMatch(/^- As asked for: every weight by up to ±25 %\. All 200 replications had numbers\.$/m);
    expect(out).toMatch(/^Stored with ourdata-2017 as result 1\.$/m);
    expect((await world.store.robustness('ourdata-2017'))[0]).toMatchObject({ number: 1, by: 'command-line' });
  });

  it('makes what the method plans where nothing is varied, and stores what it was asked', async () => {
    const asked = ['--seed', '9', '--design', 'sobol', '--on-problem', 'count'];
    expect((await robustness('demonstration-2024', ...QUICK, ...asked)).code).toBe(0);
    const planned = world.library.editions.get('demonstration-2024')?.analyses ?? [];
    const result = await stored('demonstration-2024');
    expect(result).toMatchObject({ runs: 200, baseSamples: 0, seed: 9, design: 'sobol', onProblem: 'count' });
    expect(result.analyses.map(({ id }) => id)).toEqual(planned);
  });

  it('comes to the same bytes again, and to others by another seed', async () => {
    const found = async (seed: string) => {
      await robustness('ourdata-2023', ...QUICK, '--seed', seed);
      return JSON.stringify(await stored('ourdata-2023'));
    };
    const first = await found('1');
    expect(await found('1')).toBe(first);
    expect(await found('2')).not.toBe(first);
  });

  it('writes the report as text, or as a file to a folder', async () => {
    const json = await robustness('ourdata-2017', ...QUICK, '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ name: 'ourdata-2017-robustness' });
    const { code, out, err } = await robustness('ourdata-2017', ...QUICK, '--format', 'pdf', '--out', 'reports');
    expect([code, out, err]).toEqual([0, '', 'ourdata-2017-robustness.pdf written to reports\n']);
    expect(readdirSync(join(folder, 'reports'))).toEqual(['ourdata-2017-robustness.pdf']);
    expect(
      readFileSync(join(folder, 'reports', 'ourdata-2017-robustness.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('lets answers be in doubt as a table says', async () => {
    const doubt = 'country,question,option,probability\nXAA,q1,yes,0.5\nXAA,q1,no,0.5\n';
    const { code, out, err } = await robustness('demonstration-2024', ...QUICK, '--doubt', file('doubt.csv', doubt));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('one answer in doubt of one country');
    expect((await stored('demonstration-2024')).analyses[0]?.inputs).toMatchObject([{ kind: 'doubt' }]);
  });

  it('takes replications that somebody states, under the hash of their file', async () => {
    const text = 'replication,aggregate\n1,arithmetic\n2,median\n';
    const { code, err } = await robustness('ourdata-2023', '--replay', file('replay.csv', text));
    expect([code, err]).toEqual([0, '']);
    const [analysis] = (await stored('ourdata-2023')).analyses;
    expect(analysis).toMatchObject({ runs: 2, replayed: createHash('sha256').update(text).digest('hex') });
  });

  it('comes to what stated weights of the published sub-pillars come to on paper', async () => {
    const subPillars = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3'];
    const header = ['replication', 'weight:1', 'weight:2', 'weight:3', ...subPillars.map((id) => `weight:${id}`)];
    const alone = (pillar: number): string =>
      [pillar, ...[1, 2, 3].map((one) => Number(one === pillar)), ...subPillars.map(() => 1)].join();
    const text = [header.join(), alone(1), alone(2), alone(3)].join('\n');
    const { code, err } = await robustness('ourdata-2023', '--replay', file('pillars.csv', text));
    expect([code, err]).toEqual([0, '']);
    const { analyses, countries } = await stored('ourdata-2023');
    const [index, ...pillars] = analyses[0]?.nodes ?? [];
    // Each pillar alone, once each: the index is the mean of the three.
    const row = countries.indexOf('KOR');
    const scores = pillars.slice(0, 3).map((node) => node[row]?.score.mean ?? Number.NaN);
    expect(scores).toHaveLength(3);
    expect(index?.[row]?.score.mean).toBeCloseTo(scores.reduce((sum, one) => sum + one, 0) / 3, 12);
    expect(index?.[row]?.score.median).toBeCloseTo([...scores].sort((a, b) => a - b)[1] ?? Number.NaN, 12);
  });

  it('stores what it finds of an edition that is not published, and prints counts alone', async () => {
    const { code, out, err } = await robustness(SECRET, ...QUICK);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toEqual([
      `Stored with ${SECRET} as result 1.`,
      '3 countries, 1 analysis:',
      '- weights: 200 replications, 0 without numbers',
      'It is not published, so nothing of it is printed here.',
    ]);
    expect((await stored(SECRET)).countries).toEqual(['XAA', 'XAB', 'XAC']);
  });

  it('writes no file of an edition that is not published, and says so before it computes anything', async () => {
    const { code, out, err } = await robustness(SECRET, '--format', 'json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^--format: the edition is not published/);
    expect(await world.store.robustness(SECRET)).toHaveLength(1);
  });

  it('refuses an edition whose collection has not begun', async () => {
    const { code, out, err } = await robustness('young-2027', ...QUICK);
    expect([code, out]).toEqual([1, '']);
    expect(linesOf(err)).toHaveLength(1);
  });
});

describe('what cannot be done', () => {
  const refused = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { code, out, err } = await robustness(...args);
    expect([code, out]).toEqual([2, '']);
    return linesOf(err);
  };

  it('is told all at once, with flag, file and line', async () => {
    const replay = file('wrong.csv', 'replication,weight:x,drop\n1,2,zz\n');
    const lines = await refused(
      ...['ourdata-2017', '--runs', '0', '--seed', '-1', '--sensitivity', '1.5', '--design', 'sobel'],
      ...['--vary', 'wieghts', '--vary', 'aggregate=mean', '--on-problem', 'stay', '--format', 'pdf'],
      ...['--doubt', 'nothing.csv', '--replay', replay],
    );
    const beginnings = [
      '--runs, --seed, --sensitivity, --design, --vary, --doubt: --replay takes what is in its file',
      '--format pdf: this is not text',
      '--runs 0: write a whole number from 1 to 1,000,000.',
      '--seed -1: write a whole number from 0 to',
      '--sensitivity 1.5: write a whole number from 0 to 100,000.',
      "--design sobel: 'sobel' is not known",
      "--on-problem stay: 'stay' is not known",
      "--replay wrong.csv:1: there is no node 'x' to weigh",
      '--replay wrong.csv:1: a set of weights is of all nodes below the index',
      "--replay wrong.csv:2: there is no indicator 'zz' to leave out",
      '--doubt nothing.csv: there is no such file',
      "--vary wieghts: 'wieghts' cannot be varied",
      "--vary aggregate=mean: 'mean' is not known",
    ];
    expect(lines.map((line, at) => line.slice(0, beginnings[at]?.length))).toEqual(beginnings);
  });

  it('is told beside an edition that does not exist', async () => {
    expect(await refused('nowhere', '--runs', '1000000000', '--out', 'reports')).toEqual([
      'There is no edition “nowhere” here.',
      '--out: name a format as well, with --format.',
      '--runs 1000000000: write a whole number from 1 to 1,000,000.',
    ]);
  });

  it('is doubt whose probabilities do not sum to one, or of answers that were never published', async () => {
    const doubt = file(
      'half.csv',
      'country,question,option,probability\nXAA,q1,whole,0.5\nXAA,q1,none,0.4\nXYZ,q1,none,1\n',
    );
    const [sum, unknown] = await refused('tiny', '--doubt', doubt);
    expect(sum).toBe("--doubt half.csv:2: the probabilities of XAA 'q1' sum to 0.9, and not to 1");
    expect(unknown).toMatch(/^--doubt half\.csv:4: unknown country 'XYZ'/);
    const [figures] = await refused('ourdata-2017', '--doubt', doubt);
    expect(figures).toMatch(/^--doubt half\.csv:1: .* was published as figures/);
  });

  it('is an alternative that cannot apply: nothing is drawn, and the node and the remedy are named', async () => {
    const before = (await world.store.robustness('ourdata-2017')).length;
    const { code, out, err } = await robustness('ourdata-2017', ...QUICK, '--vary', 'aggregate=arithmetic|geometric');
    expect([code, out]).toEqual([1, '']);
    expect(linesOf(err)[0]).toMatch(/^with aggregate=geometric: Availability \(1\) has no score in 1 country/);
    expect(linesOf(err)[0]).toMatch(/such as min–max to 1–100, or combine it by another rule\.$/);
    expect(await world.store.robustness('ourdata-2017')).toHaveLength(before);
  });
});

describe.skipIf(!existsSync(resolve('dist/work/worker.js')) && process.env.CI === undefined)(
  'Ctrl-C (needs the build)',
  () => {
    it('cancels, and the same command goes on from there to the same bytes', { timeout: 120_000 }, async () => {
      const [data, undisturbed] = [aFolder(), aFolder()];
      const cancelled = await typed(data, (child) => {
        const look = setInterval(() => {
          const [job] = existsSync(join(data, 'robustness')) ? readdirSync(join(data, 'robustness')) : [];
          if (job === undefined || readdirSync(join(data, 'robustness', job)).length < 4) return;
          clearInterval(look);
          child.kill('SIGINT');
        }, 10);
      });
      expect(cancelled.code).toBe(1);
      expect(cancelled.err).toMatch(/cancelled at \d+ %; the same command goes on from there/);
      expect(cancelled.out).toBe('');
      const again = await typed(data);
      expect(again).toEqual({ ...(await typed(undisturbed)), code: 0 });
      expect(readdirSync(join(data, 'robustness'))).toEqual([]);
    });
  },
);

/** The real program on a data folder of its own. */
async function typed(data: string, meanwhile?: (child: ReturnType<typeof spawn>) => void): Promise<Ran> {
  const args = ['dist/main.js', 'robustness', 'ourdata-2017', '--runs', '8000', '--sensitivity', '0'];
  const child = spawn(process.execPath, args, { env: { ...process.env, ALIDADE_DATA: data, ALIDADE_THREADS: '2' } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  meanwhile?.(child);
  const code = await new Promise<number>((ended) => child.once('close', (exit) => ended(exit ?? -1)));
  return { code, out, err };
}
