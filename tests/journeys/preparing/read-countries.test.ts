/** Pasted lists of countries: by code, by name, as the settings print them; what cannot be read is handed on as typed. */
import { expect, it } from 'vitest';
import { readCountries as read } from '../../../src/journeys/preparing/read-countries.js';
import { readCountries } from '../../../src/library/read-countries.js';

const { countries } = readCountries('.');

it('reads codes and names, one a line, with commas, or codes on one line', () => {
  expect(read(countries, 'POL\nkorea\n  France ,deu; XAA')).toEqual(['POL', 'KOR', 'FRA', 'DEU', 'XAA']);
  expect(read(countries, 'pol FRA DEU')).toEqual(['POL', 'FRA', 'DEU']);
  expect(read(countries, 'POL Poland\nNew Zealand')).toEqual(['POL', 'NZL']);
});

it('does not mind accents, and guesses nothing', () => {
  expect(read(countries, 'Turkiye')).toEqual(['TUR']);
  expect(read(countries, 'Atlantis\nPOL Spain\nPolan')).toEqual(['Atlantis', 'POL Spain', 'Polan']);
  expect(read(countries, ' \n,\n')).toEqual([]);
});
