/**
 * The settings of an edition as views/pages/settings.ejs prints them: each part a plain form with what is set or what was typed.
 * Must never: show what was typed in one part in another; hide what stands when it is not what was typed.
 */
import type { Problem } from '../core/problem.js';
import { type Grant, ROLES } from '../core/workflow/roles.js';
import { mayManage } from '../journeys/accounts/may-invite.js';
import { possibleMoves } from '../journeys/preparing/change-edition.js';
import type { OwnEdition } from '../journeys/preparing/own-edition.js';
import type { PersonOfEdition } from '../journeys/preparing/people-of-edition.js';
import type { Countries } from '../library/library.js';
import { statusWords } from './accounts-view.js';
import { addressOf } from './addresses.js';
import { deskFrame } from './desk-frame.js';
import { type EntryView, entryView, errorsAt } from './entry-view.js';
import { type FaultLink, faultLinks } from './fault-links.js';
import type { Frame } from './frame.js';
import { instantWords } from './instant-words.js';
import { MOST_GROUPS, type Part, type TypedGroup, type TypedSettings, typedGroups } from './settings-form.js';
import type { Site } from './site.js';

/** View model of views/pages/settings.ejs. */
export interface SettingsPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lead: string;
  readonly hash: string;
  readonly action: string;
  readonly revision: number;
  readonly done: string;
  /** Of the form that was sent. */
  readonly faults: readonly FaultLink[];
  /** Where somebody else was quicker: what stands now, beside what was typed. */
  readonly present: string;
  readonly countries: { readonly text: string; readonly count: number; readonly errors: readonly string[] };
  readonly groups: readonly GroupView[];
  readonly calendar: {
    readonly date: string;
    readonly time: string;
    readonly now: string;
    readonly errors: readonly string[];
  };
  readonly moves: readonly { readonly to: string; readonly label: string; readonly obstacles: readonly string[] }[];
  readonly publish: string;
  readonly entries: readonly EntryView[];
  readonly roles: readonly Choice[];
  readonly inviteCountries: readonly Choice[];
  readonly sections: readonly Choice[];
  readonly inviteErrors: Readonly<Record<'role' | 'country' | 'sections', readonly string[]>>;
  readonly people: readonly PersonView[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

interface GroupView extends TypedGroup {
  readonly at: number;
  readonly isMain: boolean;
  readonly errors: readonly string[];
}

interface PersonView {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly status: string;
}

export interface SettingsShown {
  readonly own: OwnEdition;
  readonly people: readonly PersonOfEdition[];
  readonly typed?: TypedSettings | undefined;
  readonly problems: readonly Problem[];
  /** Which part has just been saved; '' for none. */
  readonly done: Part | '';
}

export function settingsPage(site: Site, shown: SettingsShown): SettingsPage {
  const { words } = site;
  const { own, problems, typed } = shown;
  const { kept, edition, person } = own;
  const groups = groupViews(site, shown);
  const heading = words.say('page.desk.nav.settings');
  const idOf = (field: string): string => {
    if (field === 'closes') return 'closes-date';
    const group = groups.find(({ id }) => typed?.part === 'groups' && id === field);
    return group === undefined ? field : `group-${group.at}-name`;
  };
  return {
    frame: deskFrame(site, edition, { title: heading, person, place: 'settings' }),
    heading: edition.title,
    lead: words.say('page.desk.settings.lead', { definition: kept.definition.id }),
    hash: kept.definition.hash,
    action: addressOf.settings(kept.id),
    revision: kept.revision,
    done: shown.done === '' ? '' : words.say(`page.desk.settings.done-${shown.done}`),
    faults: faultLinks(words, problems, idOf),
    present: presentWords(site, shown),
    countries: {
      text: partOf(shown, 'countries')?.text('countries') ?? listOf(site.world.library.countries, kept.countries),
      count: kept.countries.length,
      errors: errorsAt(words, problems, 'countries'),
    },
    groups,
    calendar: calendarView(site, shown),
    moves: possibleMoves(site.world, own).map(({ to, problems: obstacles }) => ({
      to,
      label: words.say(`page.desk.move.${kept.status}-${to}`),
      obstacles: obstacles.map(({ code, details }) => words.say(code, details)),
    })),
    publish: kept.status === 'previewing' || kept.status === 'published' ? addressOf.publish(kept.id) : '',
    ...inviteView(site, shown),
    people: shown.people.map((one) => personView(site, one)),
  };
}

/** What was typed, where it was typed in this part. */
const partOf = ({ typed }: SettingsShown, part: Part): TypedSettings | undefined =>
  typed?.part === part ? typed : undefined;

const listOf = (countries: Countries, codes: readonly string[]): string =>
  codes.map((code) => `${code} ${countries.nameOf(code)}`).join('\n');

function groupViews(site: Site, shown: SettingsShown): readonly GroupView[] {
  const { words, world } = site;
  const { kept } = shown.own;
  const typed = partOf(shown, 'groups');
  const groups: readonly TypedGroup[] =
    typed === undefined
      ? kept.groups.map((group) => ({ ...group, countries: listOf(world.library.countries, group.countries) }))
      : typedGroups(typed);
  const blank = { id: '', name: '', shortName: '', on: world.clock().slice(0, 10), countries: '' };
  const main =
    typed === undefined ? kept.groups.findIndex(({ id }) => id === kept.mainGroup) : Number(typed.text('main-group'));
  return [...groups, ...(groups.length < MOST_GROUPS ? [blank] : [])].map((group, at) => ({
    ...group,
    at,
    isMain: at === Math.max(0, main),
    errors: typed === undefined || group.id === '' ? [] : errorsAt(words, shown.problems, group.id),
  }));
}

function calendarView({ words, world }: Site, shown: SettingsShown): SettingsPage['calendar'] {
  const { closes = '' } = shown.own.kept.calendar;
  const typed = partOf(shown, 'calendar');
  return {
    date: typed?.text('closes-date') ?? closes.slice(0, 10),
    time: typed?.text('closes-time') ?? closes.slice(11, 16),
    now: instantWords(words, world.clock()),
    errors: errorsAt(words, shown.problems, 'closes'),
  };
}

/** What stands now in the part that somebody else has changed. */
function presentWords(site: Site, { own, typed, problems }: SettingsShown): string {
  if (problems[0]?.code !== 'edition-stale') return '';
  const { words, world } = site;
  const { kept } = own;
  const { nameOf } = world.library.countries;
  switch (typed?.part) {
    case 'countries':
      return words.say('page.desk.settings.now-countries', {
        countries: words.list(kept.countries.map(nameOf)) || '–',
      });
    case 'groups':
      return words.say('page.desk.settings.now-groups', {
        groups:
          kept.groups.map(({ name, on, countries }) => `${name} (${on}): ${countries.join(' ')}`).join('; ') || '–',
      });
    case 'calendar':
      return words.say('page.desk.settings.now-calendar', {
        closes: kept.calendar.closes === undefined ? '–' : instantWords(words, kept.calendar.closes),
      });
    default:
      return words.say('page.desk.settings.now-status', { status: words.say(`page.desk.edition.${kept.status}`) });
  }
}

function inviteView(site: Site, shown: SettingsShown) {
  const { words, world } = site;
  const { own, problems } = shown;
  const typed = partOf(shown, 'invite');
  const text = (name: string): string => typed?.text(name) ?? '';
  const entry = (name: 'name' | 'email', label: string): EntryView =>
    entryView(words, problems, {
      name,
      label,
      type: name === 'email' ? 'email' : 'text',
      autocomplete: 'off',
      value: text(name),
    });
  const { sections = [] } = own.edition.definition.questionnaire ?? {};
  // Only the secretariat of the house makes somebody the secretariat of an edition.
  const roles = ROLES.filter((role) => role !== 'secretariat' || mayManage(world, own.person).ok);
  return {
    entries: [entry('name', 'page.accounts.name'), entry('email', 'page.sign-in.email')],
    roles: roles.map((role) => ({
      value: role,
      label: words.say(`page.roles.${role}`),
      chosen: role === text('role'),
    })),
    inviteCountries: own.kept.countries.map((code) => ({
      value: code,
      label: world.library.countries.nameOf(code),
      chosen: code === text('country'),
    })),
    sections: sections.map(({ id, title }) => ({
      value: id,
      label: title,
      chosen: typed?.all('sections').includes(id) ?? false,
    })),
    inviteErrors: {
      role: errorsAt(words, problems, 'role'),
      country: errorsAt(words, problems, 'country'),
      sections: errorsAt(words, problems, 'sections'),
    },
  };
}

function personView(site: Site, { account, grant }: PersonOfEdition): PersonView {
  const { name, email } = account;
  return { name, email, role: roleWords(site, grant), status: statusWords(site, account) };
}

function roleWords({ words, world }: Site, { role, country, sections }: Grant): string {
  const name = words.say(`page.roles.${role}`);
  const where = country === undefined ? [] : [world.library.countries.nameOf(country)];
  return [name, ...where, ...(sections === undefined ? [] : [sections.join(', ')])].join(', ');
}
