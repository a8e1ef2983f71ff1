/**
 * What surrounds the pages of the house's own people: the edition they are in, its state, the ways between its pages.
 * Must never: be shown to a country's people.
 */
import { isTooLate } from '../core/workflow/deadline.js';
import { permit } from '../core/workflow/permission.js';
import type { Person } from '../core/workflow/roles.js';
import { whereIn } from '../journeys/editions.js';
import type { Edition } from '../library/library.js';
import { addressOf } from './addresses.js';
import { type Crumb, type Frame, plainFrame } from './frame.js';
import { instantWords } from './instant-words.js';
import type { Site } from './site.js';

export interface DeskFrameOf {
  readonly title: string;
  readonly person: Person;
  readonly place: 'settings' | 'board' | 'results' | 'analysis' | 'publish' | '';
  /** Between the edition and the page. */
  readonly crumbs?: readonly Crumb[];
}

export function deskFrame(site: Site, edition: Edition, { title, person, place, crumbs = [] }: DeskFrameOf): Frame {
  const { words, world } = site;
  const may = (action: 'change-edition' | 'see-board' | 'analyse'): boolean =>
    permit(person, action, whereIn(world, edition)).ok;
  const { id } = edition;
  const places = [
    ['board', addressOf.board(id)],
    ['results', addressOf.edition(id)],
    ...(may('analyse') ? ([['analysis', addressOf.robustnessRun(id)]] as const) : []),
    ...(may('change-edition')
      ? [
          ['settings', addressOf.settings(id)],
          ['publish', addressOf.publish(id)],
        ]
      : []),
  ] as const;
  const frame = plainFrame(site, { title: `${title}, ${edition.title}`, person });
  return {
    ...frame,
    nav: places.map(([one = '', href = '']) => ({
      label: words.say(`page.desk.nav.${one === 'results' && edition.run?.status === 'published' ? 'published' : one}`),
      href,
      current: one === place,
    })),
    crumbs: [
      { label: words.say('page.account.desk'), href: addressOf.desk },
      { label: edition.title, href: addressOf.board(id) },
      ...crumbs,
      { label: title },
    ],
    state: { sign: '◔', text: editionState(site, edition), release: '' },
    ...(edition.run?.invented === true ? { notice: words.say('edition.invented') } : {}),
  };
}

/** In what state an edition is, and until when countries answer. */
export function editionState({ words, world }: Site, { run }: Edition): string {
  const status = words.say(`page.desk.edition.${run?.status ?? 'published'}`);
  if (run?.status !== 'collecting' || run.closes === undefined) return status;
  const closes = instantWords(words, run.closes);
  return words.say(isTooLate(world.clock(), run.closes) ? 'page.desk.closed-at' : 'page.desk.until', {
    status,
    closes,
  });
}
