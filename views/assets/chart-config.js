/**
 * From a chart's specification to what Chart.js draws: the same rows, the same figures, the colours of the page.
 * Must never: compute a figure.
 */
const KINDS = { ranking, profile, comparison, distribution, scree };

/** What Chart.js takes, and how many rows it has to have room for. */
export function configOf(spec) {
  return KINDS[spec.kind](spec);
}

const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const hue = (slot) => (slot === 0 ? ink('ink') : ink(`p${slot}`));

function ranking(spec) {
  const datasets =
    spec.parts.length === 0
      ? [{ label: spec.subtitle, data: spec.rows.map((row) => row.score), backgroundColor: ink('p1') }]
      : spec.parts.map((part, at) => ({
          label: part.label,
          data: spec.rows.map((row) => row.parts[at]),
          backgroundColor: hue(part.hue),
        }));
  const strength = (row) => (row.interval === undefined ? '' : ` (${row.interval.shown})`);
  const labels = spec.rows.map((row) => `${row.rank}${strength(row)} ${row.label}`);
  const shown = (item) => `${spec.rows[item.dataIndex].label}: ${spec.rows[item.dataIndex].shown}`;
  const options = optionsOf(spec, { stacked: true, title: (items) => shown(items[0]) });
  return bars({ labels, datasets, options, mean: spec.mean });
}

function profile(spec) {
  const labels = spec.rows.map((row) => [row.code, row.label].filter(Boolean).join(' '));
  const datasets = [
    {
      label: spec.country,
      data: spec.rows.map((row) => row.score),
      backgroundColor: spec.rows.map((row) => hue(row.hue)),
    },
    { label: spec.meanLabel, data: spec.rows.map((row) => row.mean), backgroundColor: ink('range') },
  ];
  return bars({ labels, datasets, options: optionsOf(spec, {}), perRow: 2 });
}

/** Countries never get a colour of their own: shades of ink, in the order of the panels. */
function comparison(spec) {
  const labels = spec.rows.map((row) => [row.code, row.label].filter(Boolean).join(' '));
  const datasets = spec.panels.map((panel, at) => ({
    label: panel.label,
    data: spec.rows.map((row) => row.scores[at]),
    backgroundColor: `color-mix(in srgb, ${ink('ink')} ${Math.round(100 - (80 * at) / spec.panels.length)}%, ${ink('paper')})`,
    borderColor: ink('ink'),
    borderWidth: 1,
  }));
  return bars({ labels, datasets, options: optionsOf(spec, {}), perRow: datasets.length * 0.7 });
}

function distribution(spec) {
  const labels = spec.bins.map((bin) => `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`);
  const data = spec.bins.map((bin) => bin.count);
  const afterBody = (items) => spec.bins[items[0].dataIndex].labels.join(', ');
  const options = optionsOf({ ...spec, axis: undefined }, { afterBody });
  const datasets = [{ label: spec.subtitle, data, backgroundColor: ink('range') }];
  return { config: { type: 'bar', data: { labels, datasets }, options: { ...options, indexAxis: 'x' } }, rows: 10 };
}

function scree(spec) {
  const labels = spec.components.map((component) => component.label);
  const data = spec.components.map((component) => component.value);
  const afterBody = (items) => spec.components[items[0].dataIndex].explains;
  const options = optionsOf({ ...spec, axis: undefined }, { afterBody });
  const datasets = [{ label: spec.title, data, backgroundColor: ink('range') }];
  return { config: { type: 'bar', data: { labels, datasets }, options: { ...options, indexAxis: 'x' } }, rows: 10 };
}

function bars({ labels, datasets, options, mean, perRow = 1 }) {
  const plugins = mean === undefined ? [] : [meanLine(mean)];
  return { config: { type: 'bar', data: { labels, datasets }, options, plugins }, rows: labels.length * perRow };
}

function optionsOf({ axis }, { stacked = false, title, afterBody }) {
  const color = ink('ink');
  const scale = { stacked, ticks: { color }, grid: { color: ink('rule') } };
  return {
    indexAxis: 'y',
    // Nothing moves by itself, whatever the reader's settings.
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', axis: axis === undefined ? 'x' : 'y', intersect: false },
    scales: {
      x: axis === undefined ? scale : { ...scale, min: axis.from, max: axis.to },
      y: { ...scale, ticks: { color, autoSkip: false } },
    },
    plugins: { legend: { labels: { color } }, tooltip: { callbacks: callbacksOf({ title, afterBody }) } },
  };
}

/** Chart.js takes an absent callback for its own, but not an undefined one. */
function callbacksOf(callbacks) {
  return Object.fromEntries(Object.entries(callbacks).filter(([, callback]) => callback !== undefined));
}

function meanLine({ label, value }) {
  return {
    id: 'mean',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const x = scales.x.getPixelForValue(value);
      ctx.save();
      ctx.strokeStyle = ink('ink');
      ctx.fillStyle = ink('ink');
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.fillText(label, x + 4, chartArea.bottom - 6);
      ctx.restore();
    },
  };
}
