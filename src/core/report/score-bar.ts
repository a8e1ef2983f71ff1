/**
 * One score as a bar from nought, with the mean as an upright mark; hatched where there is no score.
 * Must never: draw a missing score at nought.
 */
import type { Shape } from './drawing.js';
import type { Scale } from './drawing-axis.js';

interface Mark {
  readonly hue: number;
  readonly main: boolean;
  readonly score: number | null;
  readonly mean: number | null;
}

interface Place {
  readonly y: number;
  readonly height: number;
}

export function scoreBar({ hue, main, score, mean }: Mark, scale: Scale, { y, height }: Place): readonly Shape[] {
  const bar = score === null ? scale.range() : [scale(Math.min(0, score)), scale(Math.max(0, score))];
  const [from = 0, to = 0] = bar;
  const role = score === null ? 'missing' : main ? (`p${hue}` as const) : (`p${hue}-light` as const);
  return [
    { kind: 'rect', x: from, y, width: Math.max(0, to - from), height, role },
    ...(mean === null
      ? []
      : [
          {
            kind: 'line',
            x1: scale(mean),
            y1: y - 2,
            x2: scale(mean),
            y2: y + height + 2,
            role: 'mean',
            stroke: 2,
          } as const,
        ]),
  ];
}
