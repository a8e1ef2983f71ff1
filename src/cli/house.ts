/**
 * What main.ts hands to the command line: settings, the world and the web, each made only when a command asks for it.
 * Must never: be opened by a command that can do without (check and compute need neither store nor server).
 */
import type { Config } from '../config.js';
import type { Outcome } from '../core/problem.js';
import type { World } from '../journeys/world.js';

export interface House {
  /** The settings, or a sentence that names what is wrong with them. */
  readonly config: () => Config;
  /** Refused with the sentences of every fault when the library or the store cannot be opened. */
  readonly openWorld: (config: Config) => Promise<Opened>;
  readonly startWeb: (world: World, config: Config) => Promise<Running>;
  readonly seed: (world: World) => Promise<Outcome<readonly Seeded[]>>;
}

export type Opened = { readonly world: World } | { readonly refusals: readonly string[] };

export interface Running {
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Seeded {
  readonly edition: string;
  readonly filled: readonly string[];
  readonly kept: readonly string[];
}
