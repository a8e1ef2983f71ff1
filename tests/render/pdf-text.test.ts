/** Lines of a PDF: never wider than asked, never a letter lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanced, wrap } from '../../src/render/pdf-text.js';

const style = { size: 10, weight: 400, colour: '#000000' } as const;
const linesOf = (text: string, width: number) =>
  wrap([{ text, style }], width).map((line) => line.pieces.map((one) => one.text).join(''));

describe('setting text in lines', () => {
  it('breaks at spaces', () => {
    expect(linesOf('one two three four', 50)).toEqual(['one two ', 'three four']);
  });

  it('breaks after hyphens within words, never between a minus and its number', () => {
    expect(linesOf('open-by-default', 50)).toEqual(['open-by-', 'default']);
    expect(linesOf('a −0.07', 34)).toEqual(['a ', '−0.07']);
  });

  it('keeps pieces of one word together when their style changes', () => {
    const bold = { ...style, weight: 600 } as const;
    const lines = wrap(
      [
        { text: 'aaaa bb', style },
        { text: 'bb,', style: bold },
        { text: ' cc', style },
      ],
      42,
    );
    expect(lines.map((line) => line.pieces.map((one) => one.text).join(''))).toEqual(['aaaa ', 'bbbb, cc']);
  });

  it('obeys line ends, and gives one line for no text', () => {
    expect(linesOf('one\r\n\ntwo', 100)).toEqual(['one', '', 'two']);
    expect(linesOf('', 100)).toEqual(['']);
  });

  it('keeps every letter and no line wider than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap([{ text, style }], width);
        const kept = lines.flatMap((line) => line.pieces.map((one) => one.text)).join('');
        expect(kept).toBe(text.replace(/\r\n?/g, '\n').replace(/\n/g, ''));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.05);
      }),
    );
  });

  it('balances a title over its lines', () => {
    const runs = [{ text: 'Korea leads; in 27 of 40 countries re-use is the weakest pillar', style }];
    const width = balanced(runs, 250);
    expect(wrap(runs, width)).toHaveLength(wrap(runs, 250).length);
    expect(width).toBeLessThan(200);
  });
});
