/**
 * A message as words: from template and details to subject, plain text and simple HTML that say the same.
 * Must never: let a detail become markup, a header or a second line of the subject; know how messages leave.
 */
import type { Words } from '../core/text/words.js';
import type { Message } from '../store/store.js';
import { COUNTS, INSTANTS, LETTERS, type Paragraph } from './letters.js';

export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @param publicAddress where the house is reached, said at the foot of each message */
export function composeMessage(
  words: Words,
  { template, details }: Pick<Message, 'template' | 'details'>,
  { publicAddress }: { readonly publicAddress: string },
): Composed {
  const told = tellable(words, details);
  const letter = LETTERS[template];
  const say = (key: string) => words.say(key, told);
  const sayAll = (paragraphs: readonly Paragraph[]) =>
    paragraphs.filter(({ needs }) => needs.every((name) => isGiven(details, name))).map(({ key }) => say(key));
  const greeting = isGiven(details, 'name') ? words.say('mail.greeting', told) : words.say('mail.greeting-nobody');
  const before = [greeting, ...sayAll(letter.before)];
  const after = sayAll(letter.after);
  const foot = words.say('mail.foot', { address: publicAddress });
  const link = isGiven(details, 'link') ? { label: say(letter.action), address: details.link ?? '' } : undefined;
  const subject = oneLine(say(letter.subject));
  const linkText = link === undefined ? [] : [`${link.label}:\n${link.address}`];
  const linkHtml = link === undefined ? [] : [anchor(link)];
  return {
    subject,
    text: `${[...before, ...linkText, ...after, `-- \n${foot}`].map(withoutControls).join('\n\n')}\n`,
    html: page(words, subject, [...before.map(paragraph), ...linkHtml, ...after.map(paragraph), small(foot)]),
  };
}

const isGiven = (details: Message['details'], name: string): boolean => (details[name] ?? '') !== '';

/** What sentences may name although it was not given: a message must not fail to leave for want of a word. */
const NOTHING_SAID = { name: '', edition: 'none', country: '', days: 0, number: 1 };

function tellable(words: Words, details: Message['details']): Readonly<Record<string, string | number>> {
  const given = Object.entries(details).filter(([, value]) => value !== '');
  return { ...NOTHING_SAID, ...Object.fromEntries(given.map(([name, value]) => [name, tell(words, name, value)])) };
}

function tell(words: Words, name: string, value: string): string | number {
  if (COUNTS.includes(name) && Number.isFinite(Number(value))) return Number(value);
  if (!INSTANTS.includes(name) || Number.isNaN(Date.parse(value))) return value;
  const iso = new Date(value).toISOString();
  return words.say('mail.instant', { date: words.date(iso), time: iso.slice(11, 16) });
}

const MOST_OF_A_SUBJECT = 200;

/** Line ends in a header would begin another one. */
function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim().slice(0, MOST_OF_A_SUBJECT);
}

/** Without what no letter needs: control characters other than the end of a line. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => withoutControls(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`;

const small = (text: string): string => `<hr>\n<p><small>${escaped(text)}</small></p>`;

/** Only an address of the web becomes something to press. */
function anchor({ label, address }: { readonly label: string; readonly address: string }): string {
  const shown = escaped(address);
  if (!/^https?:\/\//.test(address)) return paragraph(`${label}: ${address}`);
  return `<p><a href="${shown}"><strong>${escaped(label)}</strong></a><br>\n${shown}</p>`;
}

function page({ locale, direction }: Words, subject: string, blocks: readonly string[]): string {
  const head = `<meta charset="utf-8">\n<title>${escaped(subject)}</title>`;
  const open = `<!doctype html>\n<html lang="${locale}" dir="${direction}">\n<head>\n${head}\n</head>\n<body>`;
  return `${open}\n${blocks.join('\n')}\n</body>\n</html>\n`;
}
