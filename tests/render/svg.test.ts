/** A chart as a picture: for eyes, for screen readers, and under a strict policy. */
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/core/report/drawing.js';
import { toSvg } from '../../src/render/svg.js';

const drawing: Drawing = {
  width: 100,
  height: 40,
  shapes: [
    { kind: 'rect', x: 0, y: 1 / 3, width: 50, height: 10, role: 'p1' },
    { kind: 'rect', x: 0, y: 20, width: 50, height: 10, role: 'missing' },
    { kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4, role: 'p2-light', stroke: 3 },
    { kind: 'circle', x: 5, y: 6, radius: 7, role: 'p3', ring: true },
    {
      kind: 'text',
      x: 8,
      y: 9,
      text: '<Côte d’Ivoire & "others">',
      size: 14,
      weight: 600,
      anchor: 'end',
      role: 'p1-text',
    },
  ],
};
const naming = { id: 'ranking', title: 'Korea leads', description: 'From 0.91 to 0.09.' };
const body = (svg: string) => svg.replace(/<style>[\s\S]*<\/style>/, '');

describe('an SVG file', () => {
  it('draws shapes with roles as classes', () => {
    expect(body(toSvg(drawing, naming))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" class="chart alone" viewBox="0 0 100 40" width="100" height="40" role="img" aria-labelledby="ranking-t ranking-d"><title id="ranking-t">Korea leads</title><desc id="ranking-d">From 0.91 to 0.09.</desc>

      <defs><pattern id="ranking-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke-width="2.5"/></pattern></defs>
      <rect class="p1" x="0" y="0.33" width="50" height="10"/>
      <rect class="missing" x="0" y="20" width="50" height="10" fill="url(#ranking-h)"/>
      <line class="p2s mid" x1="1" y1="2" x2="3" y2="4" stroke-width="3"/>
      <circle class="p3 ring" cx="5" cy="6" r="7"/>
      <text class="p1t t14 b600" x="8" y="9" font-size="14" font-weight="600" text-anchor="end">&lt;Côte d’Ivoire &amp; &#34;others&#34;&gt;</text>
      </svg>

      "
    `);
  });

  it('bears no style attribute and no script', () => {
    expect(toSvg(drawing, naming)).not.toMatch(/ style=|<script|javascript:/);
  });

  it('brings its own colours along', () => {
    expect(toSvg(drawing, naming)).toMatch(/--p1: #0072b2/);
  });

  it('is a group, not an image, when there are links inside that must be reached', () => {
    const text = {
      kind: 'text',
      x: 0,
      y: 0,
      text: 'Korea',
      size: 14,
      weight: 400,
      anchor: 'start',
      role: 'ink',
    } as const;
    const linked = toSvg({ ...drawing, shapes: [{ ...text, href: '/editions/x/countries/KOR' }] }, naming);
    expect(linked).toContain('role="group"');
    expect(linked).toContain('<a href="/editions/x/countries/KOR">');
    const naughty = toSvg({ ...drawing, shapes: [{ ...text, href: 'javascript:alert(1)' }] }, naming);
    expect(naughty).not.toContain('javascript');
    expect(naughty).toContain('role="img"');
  });

  it('escapes titles and descriptions', () => {
    expect(toSvg(drawing, { ...naming, title: '</title><script>' })).not.toContain('<script>');
  });
});
