/**
 * A chart as an SVG file of its own: the picture of the page with the sheet inside, title and description for readers.
 * Must never: be pasted into a page (its sheet would be refused there); pages include views/blocks/drawing.ejs.
 */
import type { Drawing } from '../core/report/drawing.js';
import { type Naming, svgView } from './svg-view.js';
import { asset, template } from './templates.js';

const drawn = template('drawing');

/** Well-formed XML, role="img", colours for light and dark. */
export function toSvg(drawing: Drawing, naming: Naming): string {
  const view = { ...svgView(drawing, naming, 'chart alone'), sheet: asset('blocks.css') };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn({ svg: view })}\n`;
}
