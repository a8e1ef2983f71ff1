/**
 * What is done of a job, as files in a folder of its own: the job, and what each task left, each written aside and moved into place
 * under a checksum, so that whoever goes on with it takes only what is whole.
 * Must never: hand out a part of another job or another task, or be readable by other users of the machine.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Part, Task } from '../core/robustness/edition/job.js';
import { canonicalJson } from '../core/workflow/canonical-json.js';

export interface JobFolder {
  readonly path: string;
  /** Of the job: it names the folder, and stands in every checksum. */
  readonly hash: string;
}

const JOB = 'job.json';
const ABOUT = 'about.json';

/** @param root folder of all jobs */
export function makeJobFolder(root: string, hash: string, job: string): JobFolder {
  const folder = { path: join(root, hash), hash };
  if (readJob(folder) !== job) writeWhole(folder, JOB, Buffer.from(job));
  return folder;
}

/** Its text; undefined where the folder is gone. */
export function readJob(folder: JobFolder): string | undefined {
  return read(folder, JOB)?.toString('utf8');
}

/** What is told of a job that nobody came to the end of. */
export function keepAbout(folder: JobFolder, about: object): void {
  writeWhole(folder, ABOUT, Buffer.from(JSON.stringify(about)));
}

/** What is told of every job there is, the last changed first, and the names of the tasks whose parts are kept. */
export function readAbouts(root: string): readonly { readonly about: string; readonly parts: readonly string[] }[] {
  return namesIn(root)
    .flatMap((hash) => {
      const folder = { path: join(root, hash), hash };
      try {
        const about = read(folder, ABOUT)?.toString('utf8');
        if (about === undefined) return [];
        return [{ about, parts: namesIn(folder.path), changed: statSync(folder.path).mtimeMs }];
      } catch {
        // No folder of a job, or taken away meanwhile: it hides none of the others.
        return [];
      }
    })
    .sort((a, b) => b.changed - a.changed);
}

export function keepPart(folder: JobFolder, task: Task, part: Part): void {
  const content = serialize(part);
  writeWhole(folder, task.name, Buffer.concat([checksum(folder, task, content), content]));
}

/** Undefined where there is none, or none that is whole: then the task is to be done. */
export function readPart(folder: JobFolder, task: Task): Part | undefined {
  const bytes = read(folder, task.name);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(CHECKSUM_BYTES);
  if (!checksum(folder, task, content).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
  return deserialize(content) as Part;
}

export function removeJobFolder({ path }: JobFolder): void {
  rmSync(path, { recursive: true, force: true });
}

const DAY = 24 * 60 * 60 * 1000;

/** Takes away what nobody went on with for 30 days; what cannot be taken away now is left. */
export function sweepJobFolders(root: string, now: number): void {
  for (const name of namesIn(root)) {
    const path = join(root, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - changed > 30 * DAY) tryToRemove(path);
  }
}

function tryToRemove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Somebody else's, it may be.
  }
}

function namesIn(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch {
    return [];
  }
}

const CHECKSUM_BYTES = 32;
const ASIDE = '.part';

/** Another task of the same name, or the same task of another job, has another. */
function checksum({ hash }: JobFolder, task: Task, content: Buffer): Buffer {
  return createHash('sha256').update(hash).update(canonicalJson(task)).update(content).digest();
}

function read({ path }: JobFolder, name: string): Buffer | undefined {
  try {
    return readFileSync(join(path, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Not synced: what a sudden end of the machine leaves torn has another checksum. */
function writeWhole({ path }: JobFolder, name: string, content: Buffer): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const aside = join(path, `${name}.${randomBytes(6).toString('hex')}${ASIDE}`);
  try {
    writeFileSync(aside, content, { mode: 0o600, flag: 'wx' });
    renameSync(aside, join(path, name));
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
