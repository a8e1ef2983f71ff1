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
const house: House = {
  config: closed,
  openWorld: closed,
  startWeb: closed,
  startPost: closed,
  startAnalysing: closed,
  seed: closed,
};

export const run = (...args: readonly string[]): Promise<Ran> => runIn(process.cwd(), ...args);

/** The same in another project root. */
export async function runIn(root: string, ...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(args, {
    root,
    cwd: root,
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
