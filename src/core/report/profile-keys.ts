/**
 * What the two marks of a profile mean, said on the data of its first row where there is room, else as a line of keys.
 * Must never: let the two names touch.
 */
import type { ProfileChart } from './chart.js';
import type { Shape } from './drawing.js';
import type { Scale } from './drawing-axis.js';
import { fitted, TICK, textAt, widthOf } from './drawing-text.js';

interface Frame {
  readonly width: number;
  readonly wide: boolean;
}

const BASELINE = 18;

export function profileKeys(spec: ProfileChart, scale: Scale, frame: Frame): readonly Shape[] {
  const first = spec.rows[0];
  const onData = frame.wide && first !== undefined && first.score !== null && first.mean !== null;
  return (
    (onData ? besideMarks(spec, scale, { score: first.score, mean: first.mean }) : undefined) ??
    asKeys(spec, frame.width)
  );
}

interface Marks {
  readonly score: number;
  readonly mean: number;
}

/** The mean's name on its outer side, the country's on the other; undefined where one would leave the scale. */
function besideMarks(spec: ProfileChart, scale: Scale, { score, mean }: Marks): readonly Shape[] | undefined {
  const ahead = score >= mean;
  const [x0 = 0, x1 = 0] = scale.range();
  const left = { x: scale(ahead ? mean : score) + 4, text: ahead ? spec.meanLabel : spec.country };
  const right = { x: scale(ahead ? score : mean) - 4, text: ahead ? spec.country : spec.meanLabel };
  if (right.x - left.x < 4) right.x = left.x + 8;
  if (left.x - widthOf(left.text, TICK) < x0 || right.x + widthOf(right.text, TICK) > x1) return undefined;
  const hue = spec.rows[0]?.hue ?? 0;
  return [
    textAt({ ...left, y: BASELINE, size: TICK, weight: 600, anchor: 'end', role: ahead ? 'ink' : `p${hue}-text` }),
    textAt({ ...right, y: BASELINE, size: TICK, weight: 600, role: ahead ? `p${hue}-text` : 'ink' }),
  ];
}

function asKeys(spec: ProfileChart, width: number): readonly Shape[] {
  const mean = fitted(spec.meanLabel, width / 2 - 30, TICK);
  const country = fitted(spec.country, width / 2 - 30, TICK);
  const start = 12 + widthOf(mean, TICK) + 24;
  const hue = spec.rows[0]?.hue ?? 0;
  const ofCountry: readonly Shape[] = [
    { kind: 'circle', x: start + 5, y: BASELINE - 5, radius: 5, role: `p${hue}` },
    textAt({ x: start + 16, y: BASELINE, text: country, size: TICK, weight: 600, role: `p${hue}-text` }),
  ];
  if (spec.meanLabel === '') return ofCountry;
  return [
    { kind: 'line', x1: 3, y1: BASELINE - 13, x2: 3, y2: BASELINE + 3, role: 'mean', stroke: 2 },
    textAt({ x: 12, y: BASELINE, text: mean, size: TICK, weight: 600 }),
    ...ofCountry,
  ];
}
