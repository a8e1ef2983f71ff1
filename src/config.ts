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
  /** ALIDADE_DATABASE: address of a PostgreSQL database; without it the store is a file in the data folder. */
  readonly database?: string;
  /** ALIDADE_URL: where people reach the house, without a slash at the end. */
  readonly publicAddress?: string;
  /** ALIDADE_SECRET: what session cookies are signed with. */
  readonly secret?: string;
  /** ALIDADE_PROXIES: how many proxies stand in front; the address of a client is read that far from the end. */
  readonly proxies: number;
  /** ALIDADE_SMTP: where messages are handed over; without it they stay in the outbox. */
  readonly smtp?: string;
  /** ALIDADE_MAIL_FROM: whom messages come from. */
  readonly mailFrom?: string;
  /** ALIDADE_THREADS: in how many threads robustness runs are computed; with 0 the server begins none by itself. */
  readonly threads?: number;
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ALIDADE_DATA: z.string().min(1).default('data/var'),
  ALIDADE_DATABASE: z.string().refine(isDatabase, 'give postgres://user:password@host/database').optional(),
  ALIDADE_URL: z
    .string()
    .refine(isSiteAddress, 'give the address people type, such as https://index.example')
    .optional(),
  ALIDADE_SECRET: z.string().min(32, 'give at least 32 random characters').optional(),
  ALIDADE_PROXIES: z.coerce.number().int().min(0).max(9).optional(),
  ALIDADE_SMTP: z.string().refine(isMailServer, 'give smtp://… or smtps://…').optional(),
  ALIDADE_MAIL_FROM: z.string().includes('@', { message: 'give an e-mail address' }).optional(),
  ALIDADE_THREADS: z.coerce.number().int().min(0).max(64).optional(),
});

/** Reads the environment; throws a sentence that names every variable that is wrong. An empty variable is one that is not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  const faults = read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  if (read.data?.ALIDADE_SMTP !== undefined && read.data.ALIDADE_MAIL_FROM === undefined) {
    faults.push('ALIDADE_MAIL_FROM: needed with ALIDADE_SMTP');
  }
  if (!read.success || faults.length > 0) throw new Error(`the environment is wrong: ${faults.join('; ')}`);
  const { PORT, HOST, ALIDADE_DATA, ALIDADE_URL, ALIDADE_PROXIES, ...rest } = read.data;
  const publicAddress = ALIDADE_URL?.replace(/\/$/, '');
  return {
    port: PORT,
    host: HOST,
    dataFolder: resolve(ALIDADE_DATA),
    // We speak no TLS ourselves: where people come by https, a proxy stands in front.
    proxies: ALIDADE_PROXIES ?? (publicAddress?.startsWith('https:') ? 1 : 0),
    ...(rest.ALIDADE_DATABASE === undefined ? {} : { database: rest.ALIDADE_DATABASE }),
    ...(publicAddress === undefined ? {} : { publicAddress }),
    ...(rest.ALIDADE_SECRET === undefined ? {} : { secret: rest.ALIDADE_SECRET }),
    ...(rest.ALIDADE_SMTP === undefined ? {} : { smtp: rest.ALIDADE_SMTP }),
    ...(rest.ALIDADE_MAIL_FROM === undefined ? {} : { mailFrom: rest.ALIDADE_MAIL_FROM }),
    ...(rest.ALIDADE_THREADS === undefined ? {} : { threads: rest.ALIDADE_THREADS }),
  };
}

/** Scheme and host alone: the house stands at the root of its address. */
function isSiteAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && href === `${origin}/`;
}

function isDatabase(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function isMailServer(text: string): boolean {
  return URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol);
}
