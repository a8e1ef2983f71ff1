import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysOf, typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'link-list', atMost: 3 } as const;
const a = 'https://data.example/a';
const b = 'http://data.example:8080/b?x=1&y=é#part';

describe('link list', () => {
  it('keeps addresses as they were typed', () => {
    expect(reading(spec, ` ${a} `, '', b)).toEqual([a, b]);
    expectRoundTrip(spec, [a, b]);
    expect(reading(spec, 'HTTPS://Data.Example')).toEqual(['HTTPS://Data.Example']);
  });

  it('takes the single words "no" and "yes"', () => {
    expectRoundTrip(spec, ['no']);
    expectRoundTrip(spec, ['yes']);
    expect(reading(spec, 'yes', 'yes')).toEqual(['yes']);
  });

  it('drops "yes" beside addresses and refuses "no"', () => {
    expect(reading(spec, 'yes', a)).toEqual([a]);
    expect(reading(spec, 'no', a)).toEqual(codes('link-beside-word'));
    expect(reading(spec, 'no', 'yes')).toEqual(codes('link-beside-word'));
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://data.example',
    'file:///etc/passwd',
    'data.example',
    'www.data.example',
    '//data.example',
    'mailto:a@b.example',
    'http:data.example',
    'https:/data.example',
    'java\tscript:alert(1)',
  ])('refuses %j, which is not an address of the web', (link) => {
    expect(reading(spec, link)).toEqual(codes('link-not-web'));
  });

  it.each([
    'https://',
    'https:///path',
    'https://?q',
    'https://data .example',
    'https://data.example/a b',
    'https://data.example\\@evil.example',
    'https://data.example/\u202Egnp.exe',
    'https://[::1',
    'https://data.example:99999',
    'https://a\nb.example',
    'https://data.example/<x>',
  ])('refuses %j, which a browser would have to mend', (link) => {
    expect(reading(spec, link)).toEqual(codes('link-malformed'));
  });

  it.each([
    'https://user:secret@data.example',
    'https://user@data.example',
    'https://@data.example',
    'https://data.example@evil.example/',
  ])('refuses %j, which holds a user name', (link) => {
    expect(reading(spec, link)).toEqual(codes('link-with-password'));
  });

  it('refuses the same address twice, however it is written', () => {
    expect(reading(spec, a, a)).toEqual(codes('duplicate-link'));
    expect(reading(spec, 'https://DATA.example:443/a', a)).toEqual(codes('duplicate-link'));
  });

  it('names every faulty address at once, and too many of them', () => {
    expect(reading(spec, 'x', a, 'y', b)).toEqual(codes('link-not-web', 'link-not-web', 'too-many-links'));
    expect(reading(spec, `https://data.example/${'a'.repeat(3000)}`)).toEqual(codes('link-too-long'));
  });

  it('finds values from elsewhere faulty that it would not have read', () => {
    for (const value of [[], a, 'no', 1, ['yes', a], ['no', 'no'], ['no', a]]) {
      expect(typeOf(spec).check(spec, value), JSON.stringify(value)).not.toEqual([]);
    }
  });

  it('says yes or no to conditions', () => {
    expect(saysOf(spec, [a, b])).toEqual(['yes']);
    expect(saysOf(spec, ['yes'])).toEqual(['yes']);
    expect(saysOf(spec, ['no'])).toEqual(['no']);
  });

  it('whatever is entered is read soundly or refused', () => {
    const entry = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.constantFrom('yes', 'no', ''),
    );
    fc.assert(fc.property(fc.array(entry, { maxLength: 4 }), (raw) => expectReadOrRefused(spec, raw)));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 3, selector: (link) => new URL(link).href }),
        (links) => expectRoundTrip(spec, links),
      ),
    );
  });
});
