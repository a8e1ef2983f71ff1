/**
 * Words over a catalogue somebody else read: ICU messages by key, numbers, dates, ordinals and lists of one language.
 * Formats are made once and kept, since a report says hundreds of sentences.
 * Must never: read files, invent a sentence for a key that is missing (that is a bug, and throws).
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { roundHalfAway } from '../statistics/round-half-away.js';
import type { Words } from './words.js';

/** Where a bare language leaves spelling open, the region whose dates and lists the house uses. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB' };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'yi', 'dv']);
const TRUE_MINUS = '\u2212';

/**
 * @param catalogue keys flattened with dots (`report.profile.lead`) → ICU message
 * @param locale BCP 47 tag
 */
export function makeWords(catalogue: Readonly<Record<string, string>>, locale: string): Words {
  const region = REGIONS[locale] ?? locale;
  const say = sayer(catalogue, region);
  const number = numberer(region);
  const dates = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(region, { type: 'conjunction' });
  return {
    locale,
    direction: RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr',
    say,
    number,
    signed: (value, decimals) => (Number(roundHalfAway(value, decimals)) > 0 ? '+' : '') + number(value, decimals),
    date: (iso) => dates.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    ordinal: (rank) => say('words.ordinal', { rank }),
    list: (items) => lists.format(items),
  };
}

function sayer(catalogue: Readonly<Record<string, string>>, region: string): Words['say'] {
  const messages = new Map<string, IntlMessageFormat>();
  const sentences = new Map<string, string>();
  return (key, details) => {
    const sentence = sentences.get(key);
    if (sentence !== undefined) return sentence;
    const text = catalogue[key];
    if (text === undefined) throw new Error(`the catalogue has no wording for ${key}`);
    if (!SYNTAX.test(text)) {
      sentences.set(key, text);
      return text;
    }
    const message = messages.get(key) ?? new IntlMessageFormat(text, region, undefined, { ignoreTag: true });
    messages.set(key, message);
    return String(message.format(details));
  };
}

/** What makes a text more than what it says: a place for a detail, or a quoted brace. */
const SYNTAX = /[{}']/;

function numberer(region: string): Words['number'] {
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, decimals) => {
    let format = formats.get(decimals);
    if (format === undefined) {
      format = new Intl.NumberFormat(region, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
      formats.set(decimals, format);
    }
    return format.format(Number(roundHalfAway(value, decimals))).replace('-', TRUE_MINUS);
  };
}
