/**
 * Names of countries: our own table first ("Korea", "Türkiye", and the invented ones), ISO 3166-1 for the rest. Known are
 * ISO 3166-1 alpha-3 and the codes XAA–XZZ that the standard leaves to users.
 * Must never: load the packages' tables of names in every language.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iso from 'i18n-iso-countries/index.js';
import { faultsOf } from './faults.js';
import type { Countries, Fault } from './library.js';
import { readCsv } from './read-csv.js';

export interface CountriesRead {
  readonly countries: Countries;
  readonly faults: readonly Fault[];
}

/** Reads data/countries.csv (`code,name`). */
export function readCountries(root: string): CountriesRead {
  const file = join(root, 'data', 'countries.csv');
  const { rows, faults } = readCsv(readFileSync(file), { must: ['code', 'name'] });
  const own = new Map<string, string>();
  const wrong = [...faults];
  for (const { line, cell } of rows) {
    const code = cell('code');
    if (!isKnown(code)) wrong.push({ line, message: `unknown country '${code}'` });
    else if (own.has(code)) wrong.push({ line, message: `the country ${code} is there twice` });
    else if (cell('name') === '') wrong.push({ line, message: `the country ${code} has no name` });
    own.set(code, cell('name'));
  }
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  return {
    countries: { isKnown, nameOf: (code) => own.get(code) ?? isoName(code, english) ?? code },
    faults: faultsOf(
      file,
      wrong.map(({ line, message }) => ({ at: { line, column: 1 }, level: 'error', message })),
    ),
  };
}

/** A sentence for a code that is not known; undefined for one that is. */
export function countryFault(code: string, countries: Countries): string | undefined {
  if (code === '') return 'the country is missing';
  if (countries.isKnown(code)) return undefined;
  const capital = code.toUpperCase();
  return `unknown country '${code}'${countries.isKnown(capital) ? `; did you mean '${capital}'?` : ': use ISO 3166-1 alpha-3 codes, or XAA–XZZ'}`;
}

function isKnown(code: string): boolean {
  return /^X[A-Z]{2}$/.test(code) || (/^[A-Z]{3}$/.test(code) && iso.alpha3ToAlpha2(code) !== undefined);
}

function isoName(code: string, names: Intl.DisplayNames): string | undefined {
  const alpha2 = iso.alpha3ToAlpha2(code);
  return alpha2 === undefined ? undefined : names.of(alpha2);
}
