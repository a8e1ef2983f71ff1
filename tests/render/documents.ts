/**
 * Documents for the tests of renderers: a two-page country profile such as reports make, and builders for single blocks.
 * Must never: be read as figures of any real index.
 */
import type { ProfileChart, StripChart } from '../../src/core/report/chart.js';
import type { Block, Cell, Document, Table } from '../../src/core/report/document.js';

export const EDITION = {
  id: 'orchard-2024',
  title: 'Orchard Index 2024',
  source: 'Source: Orchard Board, Orchard Index 2024, two decimals. Recomputed where marked.',
  date: '2024-03-01',
} as const;

/** A document of these blocks, with two tidy rows. */
export function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    name: 'orchard-2024-XAA',
    title: 'Arvandia ranks third: access is almost complete, the data on offer are not',
    lead: 'Arvandia scores above the mean on eight of nine sub-pillars and takes the full mark on three.',
    language: 'en',
    edition: EDITION,
    blocks,
    data: {
      columns: [
        { name: 'country', description: 'Code of the country.' },
        { name: 'node', description: 'What is measured.' },
        { name: 'score', description: 'Score, 0 to 1.' },
        { name: 'missing', description: 'Why there is no score.' },
      ],
      rows: [
        ['XAA', '1.1', 0.1 + 0.2, ''],
        ['XAA', '1.2', null, 'not answered'],
      ],
    },
    ...more,
  };
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export function tableOf(rows: readonly (readonly string[])[], more: Partial<Table> = {}): Block {
  const columns = (rows[0] ?? []).map((title, i) => ({ title, numeric: i > 0 }));
  const cells = rows.slice(1).map((row) => ({ cells: row.map((text) => ({ text })) }));
  return { kind: 'table', table: { id: 'table', caption: 'A table', columns, rows: cells, ...more } };
}

const PILLARS = [
  {
    name: 'Availability',
    parts: ['Open-by-default policy', 'Consulting on release', 'Data made available'],
    scores: [0.97, 0.56, 0.4],
    means: [0.64, 0.33, 0.47],
  },
  {
    name: 'Accessibility',
    parts: ['Free-access policy', 'Engaging on quality', 'Data made accessible'],
    scores: [1, 1, 0.89],
    means: [0.68, 0.42, 0.68],
  },
  {
    name: 'Re-use',
    parts: ['Promotion and partners', 'Data literacy', 'Monitoring impact'],
    scores: [0.85, 1, 0.42],
    means: [0.35, 0.46, 0.29],
  },
];
const two = (n: number): string => n.toFixed(2).replace('-', '−');
const meanOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const signed = (n: number): string => (n > 0 ? `+${two(n)}` : two(n));

const strip = (hue: number, marked: number): StripChart => ({
  kind: 'strip',
  id: `strip-${hue}`,
  title: 'Position of Arvandia',
  subtitle: 'Scale 0 to 1',
  description: `Arvandia ${two(marked)} among 40 countries.`,
  axis: { from: 0, to: 1, decimals: 0 },
  values: Array.from({ length: 40 }, (_, i) => ((i * 37) % 41) / 41),
  marked,
  mean: { label: 'Mean 0.48', value: 0.48 },
  hue,
});

const profile: ProfileChart = {
  kind: 'profile',
  id: 'profile',
  title: 'Ahead of the mean on all but one sub-pillar',
  subtitle: 'Score of Arvandia and mean of 36 members, scale 0 to 1',
  description: 'Arvandia lies above the mean on eight of nine sub-pillars.',
  axis: { from: 0, to: 1, decimals: 1 },
  country: 'Arvandia',
  meanLabel: 'Mean',
  rows: PILLARS.flatMap(({ name, parts, scores, means }, p) => [
    {
      label: name,
      hue: p + 1,
      main: true,
      score: meanOf(scores),
      mean: meanOf(means),
      difference: signed(meanOf(scores) - meanOf(means)),
    },
    ...parts.map((label, i) => ({
      label,
      code: `${p + 1}.${i + 1}`,
      hue: p + 1,
      main: false,
      score: p === 2 && i === 2 ? null : (scores[i] ?? 0),
      mean: means[i] ?? 0,
      difference: p === 2 && i === 2 ? '' : signed((scores[i] ?? 0) - (means[i] ?? 0)),
      ...(p === 2 && i === 2 ? { why: 'not answered' } : {}),
    })),
  ]),
};

function scoreRows(): Table['rows'] {
  return PILLARS.flatMap(({ name, parts, scores, means }, p) => [
    {
      look: 'pillar' as const,
      cells: [
        { text: name, hue: p + 1 },
        { text: two(meanOf(scores)), value: meanOf(scores), provenance: 'recomputed' as const },
        { text: '3' },
        { text: two(meanOf(means)) },
        { text: signed(meanOf(scores) - meanOf(means)) },
        { text: '1/3' },
      ],
    },
    ...parts.map((label, i) => {
      const missing = p === 2 && i === 2;
      const figure: Cell = missing
        ? { text: '', why: 'not answered' }
        : { text: two(scores[i] ?? 0), value: scores[i] ?? 0, provenance: 'published' };
      return {
        look: 'sub' as const,
        cells: [
          { text: `${p + 1}.${i + 1}  ${label}` },
          figure,
          { text: missing ? '' : `${i + 1}=` },
          { text: two(means[i] ?? 0) },
          { text: missing ? '' : signed((scores[i] ?? 0) - (means[i] ?? 0)) },
          { text: '1/9' },
        ],
      };
    }),
  ]);
}

/** Key figures with strips, a chart, findings, the arithmetic and a table: what a country's two pages hold. */
export const PROFILE: Document = documentOf([
  {
    kind: 'key-figures',
    items: [
      {
        label: 'Index',
        value: '0.79',
        provenance: 'published',
        rank: '3rd of 40',
        note: 'recomputed 0.79',
        strip: strip(0, 0.79),
      },
      {
        label: 'Availability',
        value: '0.64',
        provenance: 'published',
        rank: '10th of 40',
        hue: 1,
        strip: strip(1, 0.64),
      },
      {
        label: 'Accessibility',
        value: '0.96',
        provenance: 'recomputed',
        rank: '1st of 40',
        hue: 2,
        strip: strip(2, 0.96),
      },
      { label: 'Re-use', value: '', hue: 3, note: 'one answer is missing' },
    ],
  },
  { kind: 'heading', level: 2, id: 'profile-heading', text: 'Ahead of the mean on all but one sub-pillar' },
  { kind: 'paragraph', tone: 'measure', text: 'Score of Arvandia and mean of 36 members, scale 0 to 1.' },
  { kind: 'chart', chart: profile },
  { kind: 'heading', level: 3, id: 'lifts', text: 'What lifts Arvandia' },
  {
    kind: 'list',
    items: [
      [
        { text: 'Engaging on quality', strong: true },
        {
          text: ' scores 1.00 where the mean is 0.42. It adds 0.06 to the lead over the mean, more than any other sub-pillar of the nine that are asked for.',
        },
      ],
      [
        { text: 'Data literacy', strong: true },
        { text: ' of officials: 1.00, one of two countries with the full mark.' },
      ],
    ],
  },
  { kind: 'heading', level: 3, id: 'holds', text: 'What holds it back' },
  {
    kind: 'list',
    items: [
      [
        { text: 'Data made available', strong: true },
        { text: ': 0.40, rank 26. A full mark would lift the index by 0.07.' },
      ],
    ],
  },
  { kind: 'heading', level: 2, id: 'arithmetic', text: 'How 0.79 comes about' },
  {
    kind: 'paragraph',
    tone: 'formula',
    text: [
      { text: '0.97 + 0.56 + 0.40', hue: 1 },
      { text: ' + ' },
      { text: '1.00 + 1.00 + 0.89', hue: 2 },
      { text: ' + ' },
      { text: '0.85 + 1.00 + 0.42', hue: 3 },
      { text: ' = 7.09' },
    ],
  },
  {
    kind: 'paragraph',
    text: [
      { text: 'Nothing is rounded on the way. ' },
      { text: 'The method', href: 'https://example.org/method' },
      { text: ' says how.' },
    ],
  },
  { kind: 'heading', level: 2, id: 'table-heading', text: 'All scores in one table' },
  {
    kind: 'table',
    table: {
      id: 'scores',
      caption: 'Arvandia 2024, beside the mean',
      columns: [
        { title: 'Pillar and sub-pillar', numeric: false },
        ...['Arvandia', 'Rank of 40', 'Mean', 'Difference', 'Weight'].map((title) => ({ title, numeric: true })),
      ],
      rows: scoreRows(),
    },
  },
  { kind: 'source', text: 'Source: Orchard Board, Orchard Index 2024.' },
  {
    kind: 'note',
    tone: 'caution',
    text: 'The method changed in 2023, so scores of earlier editions must not be compared with these.',
  },
]);

/** The same in an edition whose answers are invented. */
export const INVENTED: Document = {
  ...PROFILE,
  edition: {
    ...EDITION,
    notice: 'All answers and countries here are invented: a demonstration, not a finding about anybody.',
  },
};

const HEAT = [
  'Policy by default',
  'Consulting',
  'Availability',
  'Free access',
  'Quality',
  'Accessibility',
  'Promotion',
  'Literacy',
  'Impact',
];

/** Forty countries by nine columns under three headings, shaded, a row withheld. */
export const HEAT_TABLE: Block = {
  kind: 'table',
  table: {
    id: 'heat',
    caption: 'Scores of 40 countries on nine sub-pillars, 0 to 1, in order of rank',
    look: 'heat',
    columns: [
      { title: 'Country', numeric: false },
      { title: 'Rank', numeric: true },
      ...HEAT.map((title, i) => ({
        title: `${Math.floor(i / 3) + 1}.${(i % 3) + 1} ${title}`,
        numeric: true,
        group: PILLARS[Math.floor(i / 3)]?.name ?? '',
        hue: Math.floor(i / 3) + 1,
      })),
    ],
    rows: Array.from({ length: 40 }, (_, r) => ({
      cells: [
        { text: `Country number ${r + 1}` },
        { text: r === 39 ? '' : String(r + 1) },
        ...HEAT.map((_name, c): Cell => {
          const heat = ((r * 7 + c * 13) % 101) / 100;
          return r === 39
            ? { text: '', why: 'answers not validated by the closing date' }
            : { text: two(heat), value: heat, heat };
        }),
      ],
    })),
  },
};
