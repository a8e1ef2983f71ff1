/**
 * Names of a stacked bar's parts: over the first bar, each above its part, where they have room; else as a line of keys.
 * Must never: let two names touch, or a name leave the drawing.
 */
import type { RankingChart } from './chart.js';
import type { Shape } from './drawing.js';
import type { Scale } from './drawing-axis.js';
import { fitted, TICK, textAt, widthOf } from './drawing-text.js';

export interface PartLabels {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

const LINE = 20;
const SPACE = 14;

export function partLabels(spec: RankingChart, scale: Scale, width: number): PartLabels {
  const first = spec.rows[0];
  if (spec.parts.length === 0 || first === undefined || spec.rows.every((row) => row.parts.length === 0)) {
    return { shapes: [], height: 0 };
  }
  const starts = spec.parts.map((_, i) => scale(first.parts.slice(0, i).reduce((sum, part) => sum + part, 0)));
  const fits = spec.parts.every((part, i) => {
    const next = starts[i + 1] ?? width + SPACE;
    return (starts[i] ?? 0) + widthOf(part.label, TICK) + SPACE <= next;
  });
  return fits && first.parts.length > 0 ? onBars(spec, starts) : asKeys(spec, width);
}

function onBars(spec: RankingChart, starts: readonly number[]): PartLabels {
  const shapes = spec.parts.map((part, i) =>
    textAt({ x: starts[i] ?? 0, y: 14, text: part.label, size: TICK, weight: 600, role: `p${part.hue}-text` }),
  );
  return { shapes, height: LINE };
}

function asKeys(spec: RankingChart, width: number): PartLabels {
  const shapes: Shape[] = [];
  let x = 0;
  let y = 0;
  for (const part of spec.parts) {
    const text = fitted(part.label, width - 16, TICK);
    const wide = 16 + widthOf(text, TICK);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    shapes.push({ kind: 'rect', x, y: y + 4, width: 10, height: 10, role: `p${part.hue}` });
    shapes.push(textAt({ x: x + 16, y: y + 14, text, size: TICK, weight: 600, role: `p${part.hue}-text` }));
    x += wide + SPACE;
  }
  return { shapes, height: y + LINE };
}
