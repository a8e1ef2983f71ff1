/**
 * The environment, read once and checked: the only reader of process.env. Every variable is documented in docs/operations.md.
 * Must never: be read by core.
 */
import { resolve } from 'node:path';
import { z } from 'zod';

export interface Config {
  /** PORT: where the server listens. */
  readonly port: number;
  /** HOST: the address it listens on. */
  readonly host: string;
  /** ALIDADE_DATA: folder of the running state. */
  readonly dataFolder: string;
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ALIDADE_DATA: z.string().min(1).default('data/var'),
});

/** Reads the environment; throws a sentence that names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the environment is wrong: ${faults.join('; ')}`);
  }
  return { port: read.data.PORT, host: read.data.HOST, dataFolder: resolve(read.data.ALIDADE_DATA) };
}
