/**
 * What session cookies are signed with: the setting, or, on a computer of one's own, a random secret kept in the data folder, so that
 * people stay signed in when the server starts again.
 * Must never: be guessed, be readable by others, be logged.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';

export function sessionSecret({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): string {
  return secret ?? keptSecret(dataFolder);
}

function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  // Put back from a backup, it may have come with the rights of whoever put it there.
  const { mode, uid } = statSync(file);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(file, 0o600);
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < 32) throw new Error(`${file} is damaged; remove it, and everybody signs in anew`);
  return kept;
}
