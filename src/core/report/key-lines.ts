/**
 * What the marks of a chart mean: each mark with its words, laid in lines as wide as the drawing.
 * Must never: leave a mark without its words.
 */
import type { Shape } from './drawing.js';
import { fitted, TICK, textAt, widthOf } from './drawing-text.js';

export interface ChartKey {
  readonly text: string;
  /** Drawn from x = 0 to the right, around y = 0. */
  readonly mark: readonly Shape[];
  /** Room the mark takes; 14 where nothing is said. */
  readonly room?: number;
}

const LINE = 22;
const AFTER_MARK = 6;
const APART = 24;

export function keyLines(
  keys: readonly ChartKey[],
  width: number,
): { readonly height: number; readonly shapes: readonly Shape[] } {
  const shapes: Shape[] = [];
  let [x, y] = [0, 14];
  for (const { text: words, mark, room = 14 } of keys) {
    const text = fitted(words, width - room - AFTER_MARK, TICK);
    const wide = room + AFTER_MARK + widthOf(text, TICK);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    for (const shape of mark) shapes.push(moved(shape, x, y - 5));
    shapes.push(textAt({ x: x + room + AFTER_MARK, y, text, size: TICK }));
    x += wide + APART;
  }
  return { height: y + 10, shapes };
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'line') return { ...shape, x: shape.x + dx, y: shape.y + dy };
  return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy };
}
