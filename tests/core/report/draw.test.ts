/**
 * Drawings: nothing lies outside the picture, no two texts touch, and text keeps its size however wide the picture is.
 */
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type {
  ChartSpec,
  ComparisonChart,
  MatrixChart,
  ProfileChart,
  RankingChart,
} from '../../../src/core/report/chart.js';
import { coherence } from '../../../src/core/report/coherence.js';
import { comparison } from '../../../src/core/report/comparison.js';
import { countryProfile } from '../../../src/core/report/country-profile.js';
import type { Document } from '../../../src/core/report/document.js';
import { draw } from '../../../src/core/report/draw.js';
import type { Drawing, Shape } from '../../../src/core/report/drawing.js';
import { fitted, widthOf } from '../../../src/core/report/drawing-text.js';
import { overview } from '../../../src/core/report/overview.js';
import { robustness } from '../../../src/core/report/robustness.js';
import { putToTheTest, WEIGHTS_AND_MEANS } from '../../fixtures/a-robustness.js';
import { aMethod, tinyAnswers } from '../../fixtures/tiny-survey.js';
import { madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';

const WIDTHS = [320, 358, 500, 620, 720, 1152];
const LONG = ' of the United Federation of Very Long Names and Outlying Territories';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly what: string;
}

function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'rect':
      return {
        left: shape.x,
        right: shape.x + shape.width,
        top: shape.y,
        bottom: shape.y + shape.height,
        what: 'rect',
      };
    case 'line':
      return {
        left: Math.min(shape.x1, shape.x2),
        right: Math.max(shape.x1, shape.x2),
        top: Math.min(shape.y1, shape.y2),
        bottom: Math.max(shape.y1, shape.y2),
        what: 'line',
      };
    case 'circle':
      return {
        left: shape.x - shape.radius,
        right: shape.x + shape.radius,
        top: shape.y - shape.radius,
        bottom: shape.y + shape.radius,
        what: 'circle',
      };
    case 'text': {
      const width = widthOf(shape.text, shape.size);
      const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2;
      // From the top of capitals to a little below the baseline.
      return {
        left,
        right: left + width,
        top: shape.y - shape.size * 0.75,
        bottom: shape.y + shape.size * 0.2,
        what: shape.text,
      };
    }
  }
}

function expectInside(drawing: Drawing): void {
  const outside = drawing.shapes
    .map(boxOf)
    .filter((b) => b.left < -0.5 || b.top < -0.5 || b.right > drawing.width + 0.5 || b.bottom > drawing.height + 0.5);
  expect(outside).toEqual([]);
  const odd = drawing.shapes.filter((s) => Object.values(s).some((v) => typeof v === 'number' && !Number.isFinite(v)));
  expect(odd).toEqual([]);
}

function expectNoTextOnText(drawing: Drawing): void {
  const texts = drawing.shapes.filter((shape) => shape.kind === 'text').map(boxOf);
  const sorted = texts.toSorted((a, b) => a.top - b.top);
  const clashes: string[] = [];
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.top >= a.bottom) break;
      if (a.left < b.right - 0.5 && b.left < a.right - 0.5) clashes.push(`${a.what} / ${b.what}`);
    }
  });
  expect(clashes).toEqual([]);
}

function chartsOf(document: Document): readonly ChartSpec[] {
  return document.blocks.flatMap((block): readonly ChartSpec[] => {
    if (block.kind === 'chart') return [block.chart];
    return block.kind === 'key-figures' ? block.items.flatMap((item) => item.strip ?? []) : [];
  });
}

/** A made-up edition of so many countries with scores all over the scale. */
function edition(countries: number, names = ''): ReturnType<typeof madeUpMaterial> {
  const code = (i: number): string =>
    `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`;
  const scores = Object.fromEntries(
    Array.from({ length: countries }, (_, i) => [code(i), [0, 1, 2, 3].map((k) => ((i * 37 + k * 59) % 101) / 100)]),
  );
  return madeUpMaterial({ scores, names });
}

const withoutBounds = aMethod({ scale: null, nodes: { '1': { scale: { type: 'z-score', mean: 0.6, sd: 0.1 } } } });

const materials = [
  ['one country', edition(1)],
  ['two countries', edition(2)],
  ['forty countries', edition(40)],
  ['two hundred countries', edition(200)],
  ['forty countries with long names', edition(40, LONG)],
  ['OURdata 2023', publishedMaterial('ourdata-2023')],
  ['OURdata 2017', publishedMaterial('ourdata-2017')],
  ['the tiny survey with gaps', tinyMaterial()],
  ['scores below nought', tinyMaterial(tinyAnswers, {}, { method: withoutBounds })],
] as const;

describe.each(materials)('drawings of %s', (_, material) => {
  const countries = material.results.countries;
  const documents = [
    overview(material),
    countryProfile(material, countries[0] ?? ''),
    countryProfile(material, countries.at(-1) ?? ''),
    comparison(material, countries.slice(0, 8)),
    comparison(material, countries.slice(0, 2)),
    coherence(material),
    robustness(putToTheTest(material, { runs: 60, baseSamples: 8, analyses: [WEIGHTS_AND_MEANS] })),
  ];
  const charts = documents.flatMap(chartsOf);

  it.each(WIDTHS)('keep every shape inside and every text clear of the others at %i px', (width) => {
    expect(charts.length).toBeGreaterThan(8);
    for (const chart of charts) {
      const drawing = draw(chart, width);
      expect(drawing.width).toBe(width);
      expectInside(drawing);
      expectNoTextOnText(drawing);
    }
  });

  it('keep their text at 13 or 15 px at any width', () => {
    const sizes = WIDTHS.flatMap((width) => charts.flatMap((chart) => draw(chart, width).shapes)).flatMap((shape) =>
      shape.kind === 'text' ? [shape.size] : [],
    );
    expect([...new Set(sizes)].toSorted()).toEqual([13, 15]);
  });
});

describe('strips', () => {
  it('fit under a key figure of 150 px', () => {
    const [, strip] = chartsOf(countryProfile(publishedMaterial('ourdata-2023'), 'KOR'));
    for (const width of [150, 180, 270]) {
      const drawing = draw(strip as ChartSpec, width);
      expectInside(drawing);
      expectNoTextOnText(drawing);
    }
  });
});

describe('the ranking', () => {
  const spec = chartsOf(overview(publishedMaterial('ourdata-2023')))[0] as RankingChart;
  const shapes = draw(spec, 1152).shapes;

  it('has one bar per pillar and country, stacked without a gap', () => {
    const korea = shapes.filter((shape) => shape.kind === 'rect').slice(0, 3);
    expect(korea.map((bar) => bar.role)).toEqual(['p1', 'p2', 'p3']);
    const [a, b] = korea;
    expect((a?.x ?? 0) + (a?.width ?? 0)).toBeCloseTo(b?.x ?? 0, 6);
    expect(shapes.filter((shape) => shape.kind === 'rect')).toHaveLength(120);
  });

  it('marks a published figure with a filled dot and a recomputed one with a ring', () => {
    const dots = shapes.filter((shape) => shape.kind === 'circle');
    expect(dots.slice(0, 4).map((dot) => dot.ring)).toEqual([false, false, false, true]);
  });

  it('names the mean on its line', () => {
    expect(shapes.some((shape) => shape.kind === 'text' && shape.text === 'OECD mean 0.48')).toBe(true);
    expect(shapes.filter((shape) => shape.role === 'mean')).toHaveLength(1);
  });

  it('sets rows in fives', () => {
    const tops = shapes
      .filter((shape) => shape.kind === 'rect' && shape.role === 'p1')
      .map((bar) => ('y' in bar ? bar.y : 0));
    const steps = tops.slice(1).map((top, i) => Math.round(top - (tops[i] ?? 0)));
    expect(new Set(steps.filter((_, i) => (i + 1) % 5 !== 0)).size).toBe(1);
    expect(steps[4]).toBeGreaterThan(steps[0] ?? 0);
  });

  it('puts nought on the axis', () => {
    for (const width of WIDTHS) {
      expect(draw(spec, width).shapes.some((shape) => shape.kind === 'text' && Number(shape.text) === 0)).toBe(true);
    }
  });
});

describe('a score that is missing', () => {
  const material = tinyMaterial();

  it('is hatched in the profile, with its reason, and has no dot', () => {
    const spec = chartsOf(countryProfile(material, 'XAC')).find((chart) => chart.kind === 'profile') as ProfileChart;
    const missing = spec.rows.filter((row) => row.score === null);
    expect(missing.length).toBeGreaterThan(0);
    const { shapes } = draw(spec, 720);
    expect(shapes.filter((shape) => shape.role === 'missing')).toHaveLength(missing.length);
    expect(shapes.some((shape) => shape.kind === 'text' && shape.text.includes('not known'))).toBe(true);
    // One dot per scored row and one in the key.
    expect(shapes.filter((shape) => shape.kind === 'circle')).toHaveLength(spec.rows.length - missing.length + 1);
  });

  it('is hatched in the comparison', () => {
    const [spec] = chartsOf(comparison(material, ['XAA', 'XAC'])) as [ComparisonChart];
    const gaps = spec.rows.flatMap((row) => row.scores).filter((score) => score === null).length;
    expect(gaps).toBeGreaterThan(0);
    for (const width of [358, 1152]) {
      expect(draw(spec, width).shapes.filter((shape) => shape.role === 'missing')).toHaveLength(gaps);
    }
  });
});

describe('the heat map', () => {
  const keys = ['a', 'b', 'c'];
  const spec: MatrixChart = {
    kind: 'matrix',
    id: 'map',
    title: 'A map',
    subtitle: 'Correlations',
    description: 'Three correlations.',
    axis: { from: -1, to: 1, decimals: 0 },
    labels: keys.map((key) => ({ key, label: `Node ${key}`, group: key === 'c' ? 'two' : 'one' })),
    cells: [
      [],
      [{ value: -0.95, shown: '−0.95' }],
      [
        { value: 0.5, shown: '0.50' },
        { value: null, shown: '' },
      ],
    ],
  };
  const many: MatrixChart = {
    ...spec,
    labels: Array.from({ length: 24 }, (_, i) => ({ key: `${i + 1}`, label: `Node ${i + 1}`, group: 'one' })),
    cells: Array.from({ length: 24 }, (_, i) => Array.from({ length: i }, () => ({ value: -0.4, shown: '−0.40' }))),
  };
  const KEY_SHADES = 10;

  it('shades by strength and by sign, and hatches what cannot be told', () => {
    const roles = draw(spec, 1152).shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.role] : []));
    expect(roles.slice(0, 3)).toEqual(['fall-5', 'rise-3', 'missing']);
    expect(roles).toHaveLength(3 + KEY_SHADES);
  });

  it('never tells a sign by colour alone: a negative square holds its figure, or a minus where there is no room', () => {
    const words = draw(spec, 1152).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(words).toContain('−0.95');
    const squares = (24 * 23) / 2;
    const narrow = draw(many, 358).shapes;
    expect(narrow.filter((shape) => shape.kind === 'line')).toHaveLength(squares + KEY_SHADES / 2);
    expect(narrow.some((shape) => shape.kind === 'text' && shape.text === '−0.40')).toBe(false);
  });

  it('puts every square of a column under the key of its node', () => {
    const { shapes } = draw(spec, 1152);
    const onDiagonal = shapes.find((s) => s.kind === 'text' && s.text === 'a' && s.weight === 600);
    const first = shapes.find((s) => s.kind === 'rect');
    expect([onDiagonal?.kind, first?.kind]).toEqual(['text', 'rect']);
    if (onDiagonal?.kind === 'text' && first?.kind === 'rect') expect(onDiagonal.x - first.x).toBe(2);
  });
});

describe('the scree plot', () => {
  const spec = chartsOf(coherence(publishedMaterial('ourdata-2017'))).find((chart) => chart.kind === 'scree');

  it('begins at nought, and draws full what lies above the line at 1', () => {
    const { shapes } = draw(spec as ChartSpec, 736);
    const bars = shapes.flatMap((shape) => (shape.kind === 'rect' && /^p0/.test(shape.role) ? [shape] : []));
    expect(bars.map(({ role }) => role)).toEqual(['p0', 'p0', ...Array.from({ length: 7 }, () => 'p0-light')]);
    const bottoms = bars.map(({ y, height }) => Math.round((y + height) * 1000));
    expect(new Set(bottoms).size).toBe(1);
    const [first, second] = bars;
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(5.117 / 1.029, 1);
  });
});

describe('the estimate of text widths', () => {
  const fonts = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' } as const;
  const texts = [
    'Türkiye',
    'Korea 0.91',
    'Wim Mmm WWW',
    'Größe ÄÖÜ',
    '“Open” – 100 %',
    'Ελλάδα',
    'Украина Жщ',
    'ijl.,',
    '−0.07 +0.58',
    'recomputed 0.76',
  ];

  it.each([400, 600, 700] as const)('is never below the width in the font, weight %i', (weight) => {
    const document = new PDFDocument({ autoFirstPage: false });
    document.font(`views/assets/fonts/IBMPlexSans_${fonts[weight]}.ttf`).fontSize(15);
    const short = texts.filter((text) => widthOf(text, 15) < document.widthOfString(text));
    expect(short).toEqual([]);
  });

  it('shortens only what does not fit', () => {
    expect(fitted('Korea', 200, 15)).toBe('Korea');
    const short = fitted(`Country${LONG}`, 120, 15);
    expect(short.endsWith('…')).toBe(true);
    expect(widthOf(short, 15)).toBeLessThanOrEqual(120);
    expect(fitted('Korea', 2, 15)).toBe('');
  });
});
