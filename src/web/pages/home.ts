/**
 * The first page: what this is, the editions there are and the state of each, and what one can do here.
 * Must never: rank or recommend an edition.
 */
import type { Request, Response, Router } from 'express';
import { editionsUnderWay, publicEditions, type UnderWay } from '../../journeys/publishing/see-results.js';
import type { Edition } from '../../library/library.js';
import { addressOf } from '../addresses.js';
import { type Frame, plainFrame, type State, stateOf } from '../frame.js';
import type { Site } from '../site.js';
import { underWayState } from './under-way.js';

/** View model of views/pages/home.ejs. */
interface HomeView {
  readonly frame: Frame;
  readonly editions: readonly EditionCard[];
  /** Whether there is a demonstration in which everybody may answer. */
  readonly play: 'yes' | 'no';
}

interface EditionCard {
  readonly title: string;
  readonly href: string;
  readonly state: State;
  readonly year: number;
  /** 0 and '' while the edition is under way: who takes part is told with the results. */
  readonly countries: number;
  readonly source: string;
  readonly precision: string;
  readonly notice: string;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

export function homePages(site: Site, router: Router): void {
  router.get('/', (request, response) => show(site, request, response));
  router.get('/editions', (_request, response) => response.redirect(301, addressOf.home));
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const underWay = await editionsUnderWay(site.world);
  const make = async () => {
    const editions = [...(await publicEditions(site.world))].sort(newestFirst);
    const view = {
      frame: plainFrame(site, { title: site.words.say('page.home.window') }),
      editions: [...editions.map((one) => cardOf(site, one)), ...underWay.map((one) => cardUnderWay(site, one))],
      play: editions.some(({ kind }) => kind === 'demonstration') ? 'yes' : 'no',
    } satisfies HomeView;
    return { type: 'text/html; charset=utf-8', body: site.render('home', view) };
  };
  // Moves when an edition is changed, and when a collection closes by the clock.
  const open = underWay.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  const revision = [site.assets.build, await site.world.store.editionsRevision(), ...open].join('-');
  await site.pages(request, response, { address: '/', revision, make });
}

/** Published editions stand first: a demonstration is no result. */
function newestFirst(a: Edition, b: Edition): number {
  const last = ({ kind }: Edition): number => (kind === 'demonstration' ? 1 : 0);
  return last(a) - last(b) || b.year - a.year || (a.id < b.id ? -1 : 1);
}

/** What an edition that is under way tells of itself: that it is, and in what state. */
function cardUnderWay({ words }: Site, edition: UnderWay): EditionCard {
  const { id, title, year, invented } = edition;
  return {
    title,
    href: addressOf.edition(id),
    state: underWayState({ words }, edition),
    year,
    countries: 0,
    source: '',
    precision: '',
    notice: invented ? words.say('edition.invented') : '',
    ways: [],
  };
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
      kind !== 'demonstration'
        ? ways
        : [...ways, { label: words.say('page.home.answer'), href: addressOf.countries(id) }],
  };
}
