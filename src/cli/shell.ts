/**
 * What a command has of the world outside: where it stands, where it writes, how it ends.
 * Must never: exit the process.
 */
import type { House } from './house.js';

export interface Shell {
  /** The project root: questionnaires/, data/, views/. */
  readonly root: string;
  /** The folder the command was called in: file names are read and written relative to it. */
  readonly cwd: string;
  /** Data. */
  readonly out: (text: string) => void;
  /** Messages. */
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal somebody may be watching. */
  readonly isWatched: boolean;
  /** What needs a store or a server, made when it is asked for. */
  readonly house: House;
  /** Sets the exit code. */
  readonly finish: (code: number) => void;
}

export const FINE = 0;
export const PROBLEMS = 1;
export const WRONG_USE = 2;
