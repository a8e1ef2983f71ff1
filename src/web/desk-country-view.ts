/**
 * What is asked of a country's people, on their desk: for each edition and country by when, how far it is, what is open, and the next
 * step.
 * Must never: show what a person has no role in; count by another progress than the questionnaire's own.
 */
import { isTooLate } from '../core/workflow/deadline.js';
import { COUNTRY_ROLES, type Grant, type Person } from '../core/workflow/roles.js';
import { type Answering, loadAnswering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { isHandedIn } from './answering-frame.js';
import { checksView } from './checks-view.js';
import { instantWords } from './instant-words.js';
import { lastPlace, nextUnanswered } from './rail-view.js';
import type { Site } from './site.js';
import { actsOf, type Mode, type StandView, standView } from './stand-view.js';

/** View model of views/partials/desk-country.ejs. */
export interface DeskCountryView {
  readonly asks: readonly DeskAsk[];
}

interface DeskAsk {
  readonly edition: string;
  readonly country: string;
  readonly href: string;
  readonly status: string;
  readonly answered: number;
  readonly asked: number;
  /** Until when, and how long that is; '' once that is past caring. */
  readonly closes: string;
  /** What is open and what is missing, in a few words; '' where nothing is to be answered any more. */
  readonly open: string;
  /** The own sections of a contributor; '' otherwise. */
  readonly sections: string;
  readonly stand: StandView | undefined;
  readonly steps: readonly { readonly label: string; readonly href: string; readonly main: boolean }[];
}

export async function deskCountryView(site: Site, person: Person): Promise<DeskCountryView> {
  const asks: DeskAsk[] = [];
  for (const { edition, country } of placesOf(person)) {
    const loaded = await loadAnswering(site.world, person, { edition, country });
    if (loaded.ok) asks.push(askOf(site, person, loaded.value));
  }
  return { asks };
}

function placesOf({ grants }: Person): readonly { readonly edition: string; readonly country: string }[] {
  const places = new Map<string, { readonly edition: string; readonly country: string }>();
  for (const { role, edition, country } of grants) {
    if (country === undefined || !COUNTRY_ROLES.includes(role)) continue;
    places.set(`${edition} ${country}`, { edition, country });
  }
  return [...places.values()];
}

function askOf(site: Site, person: Person, answering: Answering): DeskAsk {
  const { words, world } = site;
  const { edition, progress, submission } = answering;
  const { country, status } = submission;
  const stand = standView(site, person, answering);
  const over = isHandedIn(status) || status === 'excluded';
  const open = [
    words.say('page.delegate.desk.open', { count: progress.asked - progress.answered }),
    ...(answering.may('submit').ok
      ? [words.say('page.delegate.desk.missing', { count: checksView(site, answering).count })]
      : []),
  ];
  return {
    edition: edition.title,
    country: world.library.countries.nameOf(country),
    href: addressOf.answers(edition.id, country),
    status: words.say(`page.delegate.status.${status}`),
    answered: progress.answered,
    asked: progress.asked,
    closes: over ? '' : closesWords(site, edition.run?.closes),
    open: over ? '' : open.join(' · '),
    sections: sectionsOf(site, person, answering),
    stand: stand === undefined || SAID_ALREADY.has(stand.mode) ? undefined : stand,
    steps: stepsOf(site, answering),
  };
}

/** What closing date and progress say by themselves. */
const SAID_ALREADY: ReadonlySet<Mode> = new Set<Mode>(['answering', 'contributing', 'closed']);

function closesWords({ words, world }: Site, closes: string | undefined): string {
  if (closes === undefined) return words.say('page.delegate.desk.no-deadline');
  const now = world.clock();
  const instant = instantWords(words, closes);
  if (isTooLate(now, closes)) return words.say('page.delegate.desk.closed', { closes: instant });
  const days = Math.floor((Date.parse(closes) - Date.parse(now)) / 86_400_000);
  return `${words.say('page.delegate.desk.closes', { closes: instant })} ${words.say('page.delegate.desk.left', { days })}`;
}

function sectionsOf({ words }: Site, { grants }: Person, { edition, outline, submission }: Answering): string {
  const isHere = (grant: Grant): boolean => grant.edition === edition.id && grant.country === submission.country;
  const own = grants.filter(isHere);
  if (own.some(({ role, sections }) => role === 'delegate' || (role === 'contributor' && sections === undefined)))
    return '';
  const ids = new Set(own.flatMap(({ sections }) => sections ?? []));
  const titles = outline.questionnaire.sections.filter(({ id }) => ids.has(id)).map(({ title }) => title);
  return titles.length === 0 ? '' : words.say('page.delegate.desk.sections', { sections: words.list(titles) });
}

/** The first is the next step. */
function stepsOf(site: Site, answering: Answering): DeskAsk['steps'] {
  const { words } = site;
  const { edition, submission } = answering;
  const next = nextUnanswered(site, answering);
  const resume = lastPlace(site, answering);
  const acts = actsOf(site, answering);
  const begin =
    next !== undefined && resume === undefined ? [{ ...next, label: words.say('page.delegate.desk.begin') }] : [];
  const on = next === undefined || resume === undefined ? [] : [resume, next];
  const look = { label: words.say('page.delegate.desk.look'), href: addressOf.answers(edition.id, submission.country) };
  const paper = { label: words.say('page.delegate.desk.questionnaire'), href: addressOf.questionnaire(edition.id) };
  return [...acts.filter(({ main }) => main), ...begin, ...on, ...acts.filter(({ main }) => !main), look, paper].map(
    ({ label, href }, at) => ({ label, href, main: at === 0 }),
  );
}
