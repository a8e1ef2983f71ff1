/**
 * Uploaded evidence as files in a folder beside the database, under random names without an ending. Written aside, synced, then moved
 * into place, so that a name in the database always has its whole content.
 * Must never: take a name from outside, be served as a page.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface EvidenceFiles {
  /** Keeps the content and tells the name it is kept under. */
  readonly keep: (content: Buffer) => Promise<string>;
  /** Undefined where there is none. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
}

/** @param folder made when it is not there; what an earlier process left half written is taken away */
export function openEvidenceFiles(folder: string): EvidenceFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.endsWith(ASIDE)) rmSync(join(folder, name));
  return {
    keep: async (content) => {
      const name = randomBytes(16).toString('hex');
      await writeWhole(join(folder, name), content);
      await syncFolder(folder);
      return name;
    },
    read: async (name) => {
      if (!NAME.test(name)) return undefined;
      return readFile(join(folder, name)).catch(absent);
    },
  };
}

const NAME = /^[0-9a-f]{32}$/;
const ASIDE = '.part';

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const aside = `${file}${ASIDE}`;
  try {
    const handle = await open(aside, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** A name is only there to stay once its folder was synced too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
