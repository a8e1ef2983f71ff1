/**
 * Runs in threads: the same result for any number of them, what was done is not done again after a cancel or a kill, and no run is left
 * without an answer. Needs the build.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/problem.js';
import type { Analyst } from '../../src/core/robustness/edition/analyst.js';
import type { RobustnessJob } from '../../src/core/robustness/edition/job.js';
import { canonicalJson } from '../../src/core/workflow/canonical-json.js';
import { openAnalyst } from '../../src/work/open-analyst.js';
import { aFolder } from '../store/a-folder.js';
import { BUILT, TINY_WORKER, tinyJob, unwatched } from './tiny-job.js';

const open: Analyst[] = [];
afterEach(async () => {
  process.env.TINY_LOG = '';
  await Promise.all(open.splice(0).map((analyst) => analyst.close()));
});

function anAnalyst(dataFolder: string, threads = 2): Analyst {
  const analyst = openAnalyst({ dataFolder, threads, worker: TINY_WORKER });
  open.push(analyst);
  return analyst;
}

const analyse = (job: RobustnessJob, dataFolder = aFolder(), threads = 2) =>
  anAnalyst(dataFolder, threads).analyse(job, unwatched());

const jobsIn = (dataFolder: string) => readdirSync(join(dataFolder, 'robustness'));
const codesOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code }) => code));

/** Tasks in the order in which they were done. */
function logged(): () => readonly string[] {
  const log = join(aFolder(), 'tasks');
  writeFileSync(log, '');
  process.env.TINY_LOG = log;
  return () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

/** Of a process of its own. */
function processArgs(dataFolder: string, job: RobustnessJob): readonly string[] {
  const script = fileURLToPath(new URL('./tiny-process.js', import.meta.url));
  return [script, resolve('dist/work/open-analyst.js'), TINY_WORKER, dataFolder, JSON.stringify(job)];
}

/** Cancels as soon as some of it is done. */
async function cancelled(job: RobustnessJob, dataFolder: string): Promise<Outcome<unknown>> {
  const stop = new AbortController();
  return anAnalyst(dataFolder).analyse(job, {
    signal: stop.signal,
    onProgress: (share) => {
      if (share > 0.2) stop.abort();
    },
  });
}

describe.skipIf(!existsSync(BUILT) && process.env.CI === undefined)('runs in threads (needs the build)', () => {
  it('come to the same bytes with one, two and three of them', async () => {
    const results = await Promise.all([1, 2, 3].map((threads) => analyse(tinyJob(), aFolder(), threads)));
    const [first] = results;
    expect(first?.ok && JSON.parse(first.value)).toMatchObject({ runs: 100, seed: 7 });
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  });

  it('tell how far they are, up to the whole', async () => {
    const shares: number[] = [];
    await anAnalyst(aFolder()).analyse(tinyJob(), { ...unwatched(), onProgress: (share) => shares.push(share) });
    expect(shares).toHaveLength(13);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 12);
  });

  it('leave nothing behind once their result was handed out', async () => {
    const folder = aFolder();
    expect((await analyse(tinyJob(), folder)).ok).toBe(true);
    expect(jobsIn(folder)).toEqual([]);
  });

  it('say why a job cannot be opened, and keep nothing of it', async () => {
    const folder = aFolder();
    expect(await analyse(tinyJob('refused'), folder)).toEqual({
      ok: false,
      problems: [{ code: 'nobody-has-a-score' }],
    });
    expect(jobsIn(folder)).toEqual([]);
  });

  it.each([1, 2, 3])('end with the first of the tasks that have no numbers, with %i of them', async (threads) => {
    const folder = aFolder();
    expect(await analyse(tinyJob('no-numbers'), folder, threads)).toEqual({
      ok: false,
      problems: [{ code: 'nobody-has-a-score', details: { under: 'spread-2' } }],
    });
    expect(jobsIn(folder)).toEqual([]);
  });

  it('end with a problem where a thread breaks or ends, and the next run has threads again', async () => {
    const folder = aFolder();
    const analyst = anAnalyst(folder);
    expect(await analyst.analyse(tinyJob('throws'), unwatched())).toEqual({
      ok: false,
      problems: [{ code: 'analysis-broken', details: { reason: 'the tiny job is broken' } }],
    });
    expect(codesOf(await analyst.analyse(tinyJob('exits'), unwatched()))).toEqual(['analysis-broken']);
    expect((await analyst.analyse(tinyJob(), unwatched())).ok).toBe(true);
  });

  it('end with a problem where the module of the threads cannot be loaded', async () => {
    const worker = join(aFolder(), 'nothing-yet.mjs');
    const analyst = openAnalyst({ dataFolder: aFolder(), threads: 1, worker });
    open.push(analyst);
    expect(codesOf(await analyst.analyse(tinyJob(), unwatched()))).toEqual(['analysis-broken']);
    writeFileSync(worker, `export * from ${JSON.stringify(pathToFileURL(TINY_WORKER).href)};`);
    expect((await analyst.analyse(tinyJob(), unwatched())).ok).toBe(true);
  });

  it('end with a problem where the folder cannot be written to', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'robustness'), 'a file in the place of the folder');
    expect(await analyse(tinyJob(), folder)).toEqual({
      ok: false,
      problems: [{ code: 'analysis-disk', details: { folder: join(folder, 'robustness'), reason: 'ENOTDIR' } }],
    });
  });

  it('keep what was done when they are cancelled, and do only the rest when they are asked for again', async () => {
    const folder = aFolder();
    const done = logged();
    expect(await cancelled(tinyJob('slow'), folder)).toEqual({ ok: false, problems: [{ code: 'cancelled' }] });
    const before = done();
    expect(before.length).toBeGreaterThan(2);
    expect(before.length).toBeLessThan(13);
    const [job = ''] = jobsIn(folder);
    expect(statSync(join(folder, 'robustness', job)).mode & 0o777).toBe(0o700);
    const result = await analyse(tinyJob('slow'), folder);
    expect(done()).toHaveLength(13);
    expect(new Set(done()).size).toBe(13);
    expect(result).toEqual(await analyse(tinyJob('slow')));
  });

  it('are told of where they did not come to an end, with what was asked and how much of it is done', async () => {
    const folder = aFolder();
    expect(await anAnalyst(folder).unfinished()).toEqual([]);
    await cancelled(tinyJob('slow'), folder);
    const [one, ...others] = await anAnalyst(folder).unfinished();
    expect(others).toEqual([]);
    const job = tinyJob('slow');
    const fingerprint = createHash('sha256').update(canonicalJson(job.round)).digest('hex');
    expect(one).toMatchObject({ fingerprint, asked: job.asked });
    expect(one?.share).toBeGreaterThan(0.1);
    expect(one?.share).toBeLessThan(1);
    await analyse(job, folder);
    expect(await anAnalyst(folder).unfinished()).toEqual([]);
  });

  it('are told of beside whatever else lies in the folder, torn or foreign', async () => {
    const folder = aFolder();
    await cancelled(tinyJob('slow'), folder);
    const root = join(folder, 'robustness');
    writeFileSync(join(root, 'README.txt'), 'not a job');
    await mkdir(join(root, 'torn'));
    writeFileSync(join(root, 'torn', 'about.json'), '');
    await mkdir(join(root, 'foreign', 'about.json'), { recursive: true });
    expect(await anAnalyst(folder).unfinished()).toHaveLength(1);
    expect((await analyse(tinyJob('slow'), folder)).ok).toBe(true);
    expect(jobsIn(folder).sort()).toEqual(['README.txt', 'foreign', 'torn']);
  });

  it('do not begin where they were cancelled before', async () => {
    const done = logged();
    const signal = AbortSignal.abort();
    expect(codesOf(await anAnalyst(aFolder()).analyse(tinyJob(), { ...unwatched(), signal }))).toEqual(['cancelled']);
    expect(done()).toEqual([]);
  });

  it('are cancelled when the house closes, at once', async () => {
    const folder = aFolder();
    const analyst = anAnalyst(folder);
    let close: Promise<void> | undefined;
    const ended = await analyst.analyse(tinyJob('slow', 1000), {
      ...unwatched(),
      onProgress: () => {
        close ??= analyst.close();
      },
    });
    await close;
    expect(codesOf(ended)).toEqual(['cancelled']);
    expect(codesOf(await analyst.analyse(tinyJob(), unwatched()))).toEqual(['cancelled']);
    expect(jobsIn(folder)).toHaveLength(1);
  });

  it('do again what is torn, what was altered, and what belongs to another task', async () => {
    const folder = aFolder();
    await cancelled(tinyJob('slow'), folder);
    const [job = ''] = jobsIn(folder);
    const part = (name: string) => join(folder, 'robustness', job, name);
    truncateSync(part('spread-0'), 60);
    const bytes = readFileSync(part('spread-1'));
    writeFileSync(part('spread-2'), bytes);
    writeFileSync(
      part('spread-1'),
      bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
    );
    const done = logged();
    const result = await analyse(tinyJob('slow'), folder);
    expect(done().filter((name) => /spread-[012]$/.test(name))).toHaveLength(3);
    expect(result).toEqual(await analyse(tinyJob('slow')));
  });

  it('go on where a process was killed: the same bytes, and nothing done twice', { timeout: 60_000 }, async () => {
    const folder = aFolder();
    const done = logged();
    const job = tinyJob('slow', 300);
    const child = spawn(process.execPath, processArgs(folder, job), { stdio: ['ignore', 'pipe', 'inherit'] });
    let last = '';
    for await (const line of createInterface({ input: child.stdout })) {
      last = line;
      if (Number(line) > 0.2) child.kill('SIGKILL');
    }
    expect(last).not.toBe('done');
    const kept = new Set(readdirSync(join(folder, 'robustness', jobsIn(folder)[0] ?? '')));
    const before = done();
    expect(before.length).toBeGreaterThan(5);
    const result = await analyse(job, folder);
    const after = done().slice(before.length);
    expect(after.filter((name) => kept.has(name))).toEqual([]);
    expect(result).toEqual(await analyse(job));
  });

  it('end with a problem on a disk that takes no more, and go on once there is room', async () => {
    const folder = aFolder();
    const job = tinyJob();
    // The signal that would end the process is ignored, as on a disk that is full there is none.
    const limited = ['-c', 'trap "" XFSZ; ulimit -S -f 0; exec "$@"', 'bash', process.execPath];
    const child = spawn('bash', [...limited, ...processArgs(folder, job)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) said.push(line);
    expect(said).toEqual(['analysis-disk']);
    expect((await analyse(job, folder)).ok).toBe(true);
  });

  it('take away what nobody went on with for thirty days, and nothing younger', async () => {
    const folder = aFolder();
    for (const [name, days] of [
      ['old', 31],
      ['young', 29],
    ] as const) {
      const path = join(folder, 'robustness', name);
      await mkdir(path, { recursive: true });
      const then = Date.now() / 1000 - days * 86_400;
      utimesSync(path, then, then);
    }
    await analyse(tinyJob(), folder);
    expect(jobsIn(folder)).toEqual(['young']);
  });
});
