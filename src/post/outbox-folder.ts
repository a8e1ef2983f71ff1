/**
 * The outbox as a folder: one `<id>.eml` per letter that any mail program opens, and its plain text read back for the page.
 * Must never: take a file name from outside, leave half a letter.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

export const outboxFolder = (dataFolder: string): string => join(dataFolder, 'outbox');

/** Written aside, synced, then moved into place. The letter may hold a secret link: only its owner reads it. */
export async function keepLetter(folder: string, id: number, letter: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = fileOf(folder, id);
  const file = await open(`${place}.part`, 'w', 0o600);
  try {
    await file.writeFile(letter);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${place}.part`, place);
}

/** The plain text of a kept letter; undefined where there is none. */
export async function readLetter(folder: string, id: number): Promise<string | undefined> {
  try {
    return plainTextOf(await readFile(fileOf(folder, id), 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

const fileOf = (folder: string, id: number): string => join(folder, `${id}.eml`);

/** The text/plain part, which this house writes quoted-printable. */
function plainTextOf(letter: string): string | undefined {
  const boundary = /^ boundary="(.+)"$/m.exec(letter)?.[1];
  const parts = boundary === undefined ? [] : letter.split(`\n--${boundary}`);
  const part = parts.find((one) => one.startsWith('\nContent-Type: text/plain'));
  if (part === undefined) return undefined;
  const body = part.slice(part.indexOf('\n\n') + 2).replace(/=\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_sign, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8').trim();
}
