/**
 * A draw list made ready for its template: roles become classes, coordinates are rounded to hundredths.
 * Must never: name a colour; classes get theirs from views/assets/blocks.css, in pages and in files alike.
 */
import type { Drawing, Role, Shape } from '../core/report/drawing.js';
import { pageHref } from './safe-href.js';

export interface SvgView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly look: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly SvgShape[];
  /** Whether the hatching of missing figures is drawn and must be defined. */
  readonly hatched: boolean;
  /** A picture with links inside is a group: in an image they could not be reached. */
  readonly linked: boolean;
  /** The sheet, for a file that stands alone. */
  readonly sheet?: string;
}

export interface Naming {
  /** Unique in its page; ids of title and description are made from it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

type SvgShape = Shape & { readonly look: string; readonly url?: string };

/** @param look classes of the picture: `chart wide` */
export function svgView(drawing: Drawing, naming: Naming, look: string): SvgView {
  const shapes = drawing.shapes.map(shapeView);
  return {
    id: naming.id,
    title: naming.title,
    description: naming.description,
    look,
    width: Math.ceil(drawing.width),
    height: Math.ceil(drawing.height),
    shapes,
    hatched: drawing.shapes.some((shape) => shape.role === 'missing'),
    linked: shapes.some((shape) => shape.url !== undefined),
  };
}

function shapeView(shape: Shape): SvgShape {
  if (shape.kind !== 'text') return { ...rounded(shape), look: lookOf(shape) };
  const url = pageHref(shape.href);
  return { ...rounded(shape), look: lookOf(shape), ...(url === undefined ? {} : { url }) };
}

/** Fills are `p1`, lines `p1s`, texts `p1t`; `mid` softens; texts say their size and weight. */
function lookOf(shape: Shape): string {
  const [hue, soft] = hueOf(shape.role);
  if (shape.kind === 'text') return `${hue === '' ? shape.role : `${hue}t`} t${shape.size} b${shape.weight}`;
  const base = hue === '' ? shape.role : shape.kind === 'line' ? `${hue}s` : hue;
  const ring = shape.kind === 'circle' && shape.ring === true ? ' ring' : '';
  return `${base}${soft ? ' mid' : ''}${ring}`;
}

/** `p2-light` → [`p2`, true]; p0 is the index's own ink; any other role has no hue. */
function hueOf(role: Role): readonly [string, boolean] {
  const found = /^p(\d+)(-light|-text)?$/.exec(role);
  return found === null ? ['', false] : [`p${found[1]}`, found[2] === '-light'];
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

function rounded<S extends Shape>(shape: S): S {
  const entries = Object.entries(shape).map(([key, value]) => [
    key,
    typeof value === 'number' ? hundredths(value) : value,
  ]);
  return Object.fromEntries(entries) as S;
}
