/**
 * What main.ts hands to the command line: settings, the world and the web, each made only when a command asks for it.
 * Must never: be opened by a command that can do without (check and compute need neither store nor server).
 */
import type { Config } from '../config.js';
import type { Outcome } from '../core/problem.js';
import type { Demonstrations, Opened } from '../journeys/open-world.js';
import type { World } from '../journeys/world.js';

export interface House {
  /** The settings, or a sentence that names what is wrong with them. */
  readonly config: () => Promise<Config>;
  /** Refused with the sentences of every fault when the library or the store cannot be opened. */
  readonly openWorld: (config: Config, demonstrations: Demonstrations) => Promise<Opened>;
  readonly startWeb: (world: World, config: Config) => Promise<Running>;
  /** Sends what is in the outbox and reminds of closings until it is stopped. */
  readonly startPost: (world: World, config: Config) => Promise<{ readonly stop: () => Promise<void> }>;
  /** Puts ranks to the test that have not been, in threads beside the pages, until it is stopped. */
  readonly startAnalysing: (world: World) => Promise<{ readonly stop: () => Promise<void> }>;
  /** @param withPeople whether accounts are made whose password everybody knows */
  readonly seed: (world: World, withPeople: boolean) => Promise<Outcome<SeededHouse>>;
}

export interface Running {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What seeding did, and how one signs in where it made accounts. */
interface SeededHouse {
  readonly editions: readonly Seeded[];
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

interface Seeded {
  readonly edition: string;
  readonly filled: readonly string[];
  readonly kept: readonly string[];
}
