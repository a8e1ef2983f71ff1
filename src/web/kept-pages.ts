/**
 * Rendered answers, kept until what they were made from moves: reading a published page costs a look-up. Each is kept as it
 * travels, plain and compressed, and the longest unread go first when room runs out.
 * Must never: keep anything that is meant for one person, or an answer under an address a visitor can vary at will.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

export interface Rendered {
  readonly type: string;
  readonly body: string | Buffer;
  /** File name, for what is to be saved rather than shown. */
  readonly saveAs?: string;
}

interface Wanted {
  /** The address in its plain form, format included. */
  readonly address: string;
  /** Changes when the answer would: edition, revision and build. */
  readonly revision: string;
  readonly make: () => Promise<Rendered>;
}

export type KeepPages = (request: Request, response: Response, wanted: Wanted) => Promise<void>;

/** @param room bytes kept at most */
export function keepPages(room = 48 * 1024 * 1024): KeepPages {
  const kept = new Map<string, Kept>();
  let used = 0;
  const drop = (address: string): void => {
    used -= kept.get(address)?.size ?? 0;
    kept.delete(address);
  };
  const keep = (address: string, page: Kept): void => {
    drop(address);
    kept.set(address, page);
    used += page.size;
    for (const oldest of kept.keys()) {
      if (used <= room) return;
      drop(oldest);
    }
  };
  return async (request, response, { address, revision, make }) => {
    const before = kept.get(address);
    const page = before?.revision === revision ? before : await pack(revision, await make());
    keep(address, page);
    send(request, response, page);
  };
}

interface Kept {
  readonly revision: string;
  readonly rendered: Rendered;
  readonly plain: Buffer;
  /** Absent where compressing gains nothing. */
  readonly zipped?: Buffer;
  readonly size: number;
}

const zip = promisify(gzip);

async function pack(revision: string, rendered: Rendered): Promise<Kept> {
  const plain = Buffer.from(rendered.body);
  if (!/^(text|application\/json|image\/svg)/.test(rendered.type)) {
    return { revision, rendered, plain, size: plain.length };
  }
  const zipped = await zip(plain);
  return { revision, rendered, plain, zipped, size: plain.length + zipped.length };
}

function send(request: Request, response: Response, { revision, rendered, plain, zipped }: Kept): void {
  response.set({
    'Content-Type': rendered.type,
    ETag: `W/"${revision}"`,
    'Cache-Control': 'public, no-cache',
    Vary: 'Accept-Encoding',
  });
  if (rendered.saveAs !== undefined) response.attachment(rendered.saveAs).type(rendered.type);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const small = zipped !== undefined && request.acceptsEncodings('gzip') === 'gzip' ? zipped : undefined;
  if (small !== undefined) response.set('Content-Encoding', 'gzip');
  const body = small ?? plain;
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}
