/**
 * What a thread does when it is asked: make ready for a job, do one task of it, or put the whole together. It opens a job once and
 * keeps it for the tasks that follow.
 * Must never: do a task whose part is kept; answer with what the disk did not take.
 */
import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '../core/problem.js';
import type { UnfinishedJob } from '../core/robustness/edition/analyst.js';
import type { OpenedJob, OpenJob, Part, ReadPart, RobustnessJob, Task } from '../core/robustness/edition/job.js';
import { ENGINE } from '../core/scoring/engine.js';
import { canonicalJson } from '../core/workflow/canonical-json.js';
import { diskFault } from './disk-fault.js';
import {
  type JobFolder,
  keepAbout,
  keepPart,
  makeJobFolder,
  readAbouts,
  readJob,
  readPart,
  removeJobFolder,
  sweepJobFolders,
} from './job-folder.js';

export interface Ready {
  readonly folder: JobFolder;
  readonly phases: OpenedJob['phases'];
}

/** By name, as a pool asks for them; each is given plain data and gives plain data. */
export interface Work {
  /** `root`: folder of all jobs; what was left in it long ago is taken away. */
  readonly prepare: (asked: { readonly root: string; readonly job: RobustnessJob }) => Outcome<Ready>;
  readonly unfinished: (asked: { readonly root: string }) => Outcome<readonly UnfinishedJob[]>;
  readonly take: (asked: { readonly folder: JobFolder; readonly task: Task }) => Outcome<null>;
  /** The `Robustness` as JSON: a text goes from thread to thread at no cost. */
  readonly assemble: (asked: { readonly folder: JobFolder }) => Outcome<string>;
  readonly discard: (asked: { readonly folder: JobFolder }) => Outcome<null>;
}

/** What is told of a job beside its own text, which may be long. */
interface About extends Omit<UnfinishedJob, 'share'> {
  /** By name of the task: of the whole. */
  readonly shares: Readonly<Record<string, number>>;
}

/** The code of what a folder says that somebody else has finished with, and taken away, meanwhile. */
export const GONE = 'job-gone';

export function workWith(open: OpenJob): Work {
  const opened = keepOpened(open);
  const work = <T>({ path }: Pick<JobFolder, 'path'>, act: () => Outcome<T>): Outcome<T> => {
    try {
      return act();
    } catch (error) {
      const fault = diskFault(error, path);
      if (fault !== undefined) return refused(fault);
      throw error;
    }
  };
  const using = <T>(folder: JobFolder, act: (job: OpenedJob) => Outcome<T>): Outcome<T> =>
    work(folder, () => {
      const job = opened(folder);
      return job.ok ? act(job.value) : job;
    });
  return {
    prepare: ({ root, job }) =>
      work({ path: root }, () => {
        sweepJobFolders(root, Date.now());
        return readyFor(job, root, opened);
      }),
    unfinished: ({ root }) => work({ path: root }, () => done(readAbouts(root).flatMap(unfinishedJob))),
    take: ({ folder, task }) =>
      using(folder, (job) => {
        const part = partOf(job, folder, task);
        return part.ok ? done(null) : part;
      }),
    assemble: ({ folder }) => using(folder, (job) => done(JSON.stringify(job.assemble(reading(job, folder))))),
    discard: ({ folder }) =>
      work(folder, () => {
        removeJobFolder(folder);
        return done(null);
      }),
  };
}

/** Undefined where it is torn: what is written there is not synced. */
function aboutIn(text: string): About | undefined {
  try {
    return JSON.parse(text) as About;
  } catch {
    return undefined;
  }
}

type Opening = (folder: JobFolder) => Outcome<OpenedJob>;

/** A folder of a job that cannot be done is not left lying about. */
function readyFor(job: RobustnessJob, root: string, opened: Opening): Outcome<Ready> {
  const text = canonicalJson(job);
  const hash = createHash('sha256').update(`${ENGINE}\n`).update(text).digest('hex');
  const folder = makeJobFolder(root, hash, text);
  const made = opened(folder);
  if (!made.ok) {
    removeJobFolder(folder);
    return made;
  }
  const { phases } = made.value;
  const fingerprint = createHash('sha256').update(canonicalJson(job.round)).digest('hex');
  const shares = Object.fromEntries(phases.flat().map(({ name, share }) => [name, share]));
  const about: About = { fingerprint, asked: job.asked, shares };
  keepAbout(folder, about);
  return done({ folder, phases });
}

function unfinishedJob({ about, parts }: ReturnType<typeof readAbouts>[number]): readonly UnfinishedJob[] {
  const told = aboutIn(about);
  if (told === undefined) return [];
  const { shares, ...job } = told;
  const share = parts.reduce((sum, name) => sum + (shares[name] ?? 0), 0);
  return [{ ...job, share: Math.min(1, share) }];
}

/** What a task leaves: as it is kept, or else done now. */
function partOf(job: OpenedJob, folder: JobFolder, task: Task): Outcome<Part> {
  const kept = readPart(folder, task);
  if (kept !== undefined) return done(kept);
  const made = job.take(task, reading(job, folder));
  if (made.ok) keepPart(folder, task, made.value);
  return made;
}

/** For tasks that were done before: whoever took their files away costs time and nothing else. */
function reading(job: OpenedJob, folder: JobFolder): ReadPart {
  return (task) => {
    const part = partOf(job, folder, task);
    if (!part.ok) throw new Error(`${task.name} was done once, and cannot be done again`);
    return part.value;
  };
}

/** Jobs of two editions may go on side by side. */
const MOST_OPEN = 2;

/** Always from the text in the folder, so that a job that is gone on with is the same to the last bit. */
function keepOpened(open: OpenJob): Opening {
  const kept = new Map<string, Outcome<OpenedJob>>();
  return (folder) => {
    const known = kept.get(folder.hash);
    if (known !== undefined) return known;
    const text = readJob(folder);
    if (text === undefined) return refused({ code: GONE });
    const job = open(JSON.parse(text) as RobustnessJob);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_OPEN && oldest !== undefined) kept.delete(oldest);
    kept.set(folder.hash, job);
    return job;
  };
}
