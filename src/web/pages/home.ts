/**
 * The first page: what this is, the editions there are and the state of each, and what one can do here.
 * Must never: rank or recommend an edition.
 */
import type { Router } from 'express';
import type { Edition } from '../../library/library.js';
import { addressOf } from '../addresses.js';
import { type Frame, plainFrame, type State, stateOf } from '../frame.js';
import type { Site } from '../site.js';

/** View model of views/pages/home.ejs. */
interface HomeView {
  readonly frame: Frame;
  readonly editions: readonly EditionCard[];
}

interface EditionCard {
  readonly title: string;
  readonly href: string;
  readonly state: State;
  readonly year: number;
  readonly countries: number;
  readonly source: string;
  readonly precision: string;
  readonly notice: string;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

export function homePages(site: Site, router: Router): void {
  const made = () => {
    const editions = [...site.world.library.editions.values()].sort(newestFirst);
    const view = {
      frame: plainFrame(site, { title: site.words.say('page.home.window') }),
      editions: editions.map((edition) => cardOf(site, edition)),
    } satisfies HomeView;
    return { type: 'text/html; charset=utf-8', body: site.render('home', view) };
  };
  // What stands here comes from the library alone, and that does not change while the house is up.
  router.get('/', (request, response) =>
    site.pages(request, response, { address: '/', revision: site.assets.build, make: async () => made() }),
  );
  router.get('/editions', (_request, response) => response.redirect(301, addressOf.home));
}

/** Published editions stand first: a demonstration is no result. */
function newestFirst(a: Edition, b: Edition): number {
  if (a.kind !== b.kind) return a.kind === 'published' ? -1 : 1;
  return b.year - a.year || (a.id < b.id ? -1 : 1);
}

function cardOf({ words }: Site, edition: Edition): EditionCard {
  const { id, title, year, countries, source, figures, kind } = edition;
  const ways = [
    { label: words.say('page.home.results'), href: addressOf.edition(id) },
    { label: words.say('page.nav.countries'), href: addressOf.countries(id) },
    { label: words.say('page.nav.compare'), href: addressOf.compare(id) },
    { label: words.say('page.nav.methodology'), href: addressOf.methodology(id) },
  ];
  return {
    title,
    href: addressOf.edition(id),
    state: stateOf({ words }, edition),
    year,
    countries: countries.length,
    source,
    precision: figures?.precision ?? '',
    notice: edition.notice ?? '',
    ways:
      kind === 'published' ? ways : [...ways, { label: words.say('page.home.answer'), href: addressOf.countries(id) }],
  };
}
