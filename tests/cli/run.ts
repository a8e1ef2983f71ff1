/** The command line as somebody types it, in the project root, with what it prints and how it ends. */
import { runCommandLine } from '../../src/cli/command-line.js';
import type { House } from '../../src/cli/house.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** No command under test here opens a store or a server. */
const closed = (): never => {
  throw new Error('this command should not need a store');
};
const house: House = { config: closed, openWorld: closed, startWeb: closed, seed: closed };

export async function run(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(args, {
    root: process.cwd(),
    cwd: process.cwd(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    house,
  });
  return { code, out, err };
}
