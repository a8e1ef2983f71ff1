/**
 * Countries from a pasted list: codes or names, one a line, or codes on one line with commas or spaces between them.
 * Must never: guess; what it cannot read is handed on as it was typed, to be told.
 */
import type { Countries } from '../../library/library.js';

export function readCountries(countries: Countries, text: string): readonly string[] {
  const codes = codesByName(countries);
  const read = (typed: string): string | undefined => {
    const code = typed.toUpperCase();
    return countries.isKnown(code) ? code : codes.get(plain(typed));
  };
  return text
    .split(/[\r\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const whole = read(line);
      if (whole !== undefined) return [whole];
      const words = line.split(/\s+/);
      const [first = ''] = words;
      if (words.every((word) => /^[A-Za-z]{3}$/.test(word) && read(word) !== undefined))
        return words.flatMap((word) => read(word) ?? []);
      // `POL Poland`, as this very list is printed.
      return /^[A-Z]{3}$/.test(first) &&
        countries.isKnown(first) &&
        plain(countries.nameOf(first)) === plain(line.slice(3))
        ? [first]
        : [line];
    });
}

/** No name of a country is longer, and taking signs off a letter costs more the more there are of them. */
const LONGEST = 200;

const plain = (name: string): string =>
  name.slice(0, LONGEST).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const kept = new WeakMap<Countries, ReadonlyMap<string, string>>();

function codesByName(countries: Countries): ReadonlyMap<string, string> {
  const before = kept.get(countries);
  if (before !== undefined) return before;
  const codes = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => `${a}${b}${c}`)));
  const names = new Map(
    codes.filter((code) => countries.isKnown(code)).map((code) => [plain(countries.nameOf(code)), code] as const),
  );
  kept.set(countries, names);
  return names;
}
