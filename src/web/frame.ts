/**
 * What surrounds every page: where I am, what state the thing is in, what else there is. Built by the handler, printed by
 * views/partials.
 * Must never: hold what only one page shows.
 */

import type { Person } from '../core/workflow/roles.js';
import type { Edition } from '../library/library.js';
import { type AccountMenu, accountMenu } from './account-menu.js';
import { addressOf } from './addresses.js';
import type { Site } from './site.js';

export interface Frame {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the browser's window, without the name of the house. */
  readonly title: string;
  readonly say: Site['words']['say'];
  readonly asset: (name: string) => string;
  readonly nav: readonly NavItem[];
  /** Who is signed in, and the ways in and out. */
  readonly menu: AccountMenu;
  readonly crumbs: readonly Crumb[];
  readonly state?: State;
  /** Shown on every page of a demonstration, and of an edition whose results are provisional. */
  readonly notice?: string;
  /** The stressed word before it; "Invented." where absent. */
  readonly noticeTitle?: string;
  /** The foot says where the figures come from. */
  readonly source: string;
  /** Seconds after which a browser without scripts looks again, while something is under way. */
  readonly refresh?: number;
  /** Own ES modules, by name. */
  readonly modules: readonly string[];
  /** Addresses of modules those import. */
  readonly preloads: readonly string[];
}

interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Crumb {
  readonly label: string;
  /** Absent for the page itself. */
  readonly href?: string;
}

export interface State {
  readonly sign: string;
  readonly text: string;
  /** What identifies the figures: the release. */
  readonly release: string;
}

export type Place = 'edition' | 'countries' | 'compare' | 'methodology' | 'coherence' | 'robustness' | 'questionnaire';

export interface FrameOf {
  readonly title: string;
  readonly place?: Place;
  /** Behind the edition's own crumb; the last one is the page. */
  readonly crumbs?: readonly Crumb[];
  readonly modules?: readonly string[];
  /** Who is asking, for the menu of the head; absent on pages that are the same for everybody and may be kept. */
  readonly person?: Person;
}

/** The frame of a page that belongs to no edition. */
export function plainFrame({ words, assets }: Site, { title, crumbs = [], modules = [], person }: FrameOf): Frame {
  return {
    language: words.locale,
    direction: words.direction,
    title,
    say: words.say,
    asset: assets.address,
    nav: [],
    menu: accountMenu(words, person),
    crumbs: crumbs.length === 0 ? [] : [{ label: words.say('page.crumb.home'), href: addressOf.home }, ...crumbs],
    source: words.say('page.foot.about'),
    modules,
    preloads: modules.includes('answering.js') ? assets.survey : [],
  };
}

export function editionFrame(site: Site, edition: Edition, own: FrameOf): Frame {
  const { words } = site;
  const crumbs = own.crumbs ?? [];
  const home = addressOf.edition(edition.id);
  return {
    ...plainFrame(site, own),
    title: own.place === 'edition' ? own.title : `${own.title}, ${edition.title}`,
    nav: navOf(site, edition, own.place),
    crumbs: [
      { label: words.say('page.crumb.home'), href: addressOf.home },
      crumbs.length === 0 ? { label: edition.title } : { label: edition.title, href: home },
      ...crumbs,
    ],
    state: stateOf(site, edition),
    ...(edition.notice === undefined ? {} : { notice: edition.notice }),
    ...(edition.run?.shows === 'provisional' ? { noticeTitle: words.say('page.provisional') } : {}),
    source: words.say('page.foot.source', { source: edition.source }),
  };
}

/** What identifies an edition's figures: the hash of its publication, else of the definition they were computed by. */
function releaseOf({ id, definition, run }: Edition): string {
  const shown = run?.shows;
  return typeof shown === 'object'
    ? `${id}-${shown.number}-${shown.hash.slice(0, 8)}`
    : `${id}-${definition.hash.slice(0, 8)}`;
}

function navOf({ words }: Site, edition: Edition, place: Place | undefined): readonly NavItem[] {
  const items: readonly [Place, string, string][] = [
    ['edition', words.say('page.nav.edition'), addressOf.edition(edition.id)],
    ['countries', words.say('page.nav.countries'), addressOf.countries(edition.id)],
    ['compare', words.say('page.nav.compare'), addressOf.compare(edition.id)],
    ['methodology', words.say('page.nav.methodology'), addressOf.methodology(edition.id)],
    ['coherence', words.say('page.nav.coherence'), addressOf.coherence(edition.id)],
    ['robustness', words.say('page.nav.robustness'), addressOf.robustness(edition.id)],
    ['questionnaire', words.say('page.nav.questionnaire'), addressOf.questionnaire(edition.id)],
  ];
  const has = edition.definition.questionnaire !== undefined;
  // Without results there is only the page that says what state the edition is in.
  const isBare = edition.run?.shows === 'settings';
  return items
    .filter(([id]) => (id !== 'questionnaire' || has) && (id === 'edition' || !isBare))
    .map(([id, label, href]) => ({ label, href, current: id === place }));
}

export function stateOf({ words }: Pick<Site, 'words'>, edition: Edition): State {
  const release = words.say('page.state.release', { release: releaseOf(edition) });
  const shown = edition.run?.shows;
  if (edition.kind === 'demonstration') return { sign: '◐', text: words.say('page.state.demonstration'), release };
  if (edition.run !== undefined && typeof shown === 'string') {
    const { status } = edition.run;
    const text = shown === 'settings' ? words.say(`page.state.status.${status}`) : words.say('page.state.provisional');
    return { sign: '◔', text, release };
  }
  const date = words.date(edition.date);
  const number = typeof shown === 'object' ? shown.number : 1;
  const text =
    number > 1 ? words.say('page.state.corrected', { date, number }) : words.say('page.state.published', { date });
  return { sign: '●', text, release };
}
