/**
 * What every page needs besides the request: the world, the assets of this build, and how a template becomes text.
 * Must never: hold anything of a request.
 */
import type { Words } from '../core/text/words.js';
import type { World } from '../journeys/world.js';
import type { Assets } from './assets.js';
import type { KeepPages } from './kept-pages.js';

export interface Site {
  readonly world: World;
  readonly words: Words;
  readonly assets: Assets;
  readonly pages: KeepPages;
  /** views/pages/<name>.ejs filled with a view model. */
  readonly render: (name: string, view: object) => string;
}
