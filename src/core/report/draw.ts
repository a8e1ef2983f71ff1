/**
 * A chart specification at a given width → one draw list, for page, file and paper alike. Widths are in px; from 600 on a
 * drawing is wide, below it is laid out anew so that its text keeps its size.
 * Must never: scale a drawing to make it fit.
 */
import type { ChartSpec } from './chart.js';
import { drawComparison } from './draw-comparison.js';
import { drawDistribution } from './draw-distribution.js';
import { drawIndices } from './draw-indices.js';
import { drawMatrix } from './draw-matrix.js';
import { drawMoves } from './draw-moves.js';
import { drawProfile } from './draw-profile.js';
import { drawRankFrequencies } from './draw-rank-frequencies.js';
import { drawRankIntervals } from './draw-rank-intervals.js';
import { drawRanking } from './draw-ranking.js';
import { drawScree } from './draw-scree.js';
import { drawStrip } from './draw-strip.js';
import type { Drawing } from './drawing.js';

/** @param width at least 240 */
export function draw(spec: ChartSpec, width: number): Drawing {
  switch (spec.kind) {
    case 'ranking':
      return drawRanking(spec, width);
    case 'profile':
      return drawProfile(spec, width);
    case 'strip':
      return drawStrip(spec, width);
    case 'distribution':
      return drawDistribution(spec, width);
    case 'comparison':
      return drawComparison(spec, width);
    case 'matrix':
      return drawMatrix(spec, width);
    case 'scree':
      return drawScree(spec, width);
    case 'moves':
      return drawMoves(spec, width);
    case 'rank-intervals':
      return drawRankIntervals(spec, width);
    case 'rank-frequencies':
      return drawRankFrequencies(spec, width);
    case 'indices':
      return drawIndices(spec, width);
  }
}
