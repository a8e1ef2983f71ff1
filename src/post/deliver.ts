/**
 * The two ways a letter leaves: by SMTP, or as a file of the outbox folder where no server is set. nodemailer is loaded with
 * the first letter.
 * Must never: read a file or fetch an address because a letter names it.
 */
import type { Mail } from './mail-of.js';
import { keepLetter } from './outbox-folder.js';

/** Rejects where the letter did not leave. */
export type Deliver = (id: number, mail: Mail) => Promise<void>;

/** Patience with a server, in milliseconds; without any it would hold up all other letters. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
const SHUT = { disableFileAccess: true, disableUrlAccess: true };

/** @param url `smtps://name:password@mail.example.org` */
export function deliverBySmtp(url: string): Deliver {
  return async (_id, mail) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ url, ...PATIENCE, ...SHUT });
    try {
      await transport.sendMail(optionsOf(mail));
    } finally {
      transport.close();
    }
  };
}

/** @param folder where `<id>.eml` is written, whole or not at all */
export function deliverToFolder(folder: string): Deliver {
  return async (id, mail) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix', ...SHUT });
    const { message } = await transport.sendMail(optionsOf(mail));
    await keepLetter(folder, id, Buffer.isBuffer(message) ? message : Buffer.from(String(message)));
  };
}

function optionsOf({ from, to, subject, text, html, messageId, at }: Mail) {
  // An address as an object is taken as one address, whatever it holds.
  const receiver = { name: '', address: to };
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const encoding = { textEncoding: 'quoted-printable' } as const;
  return { from, to: receiver, subject, text, html, messageId, date: new Date(at), headers, ...encoding, ...SHUT };
}
