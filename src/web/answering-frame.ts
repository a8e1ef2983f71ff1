/**
 * The frame of a country's own pages: where I am, what state the submission is in, until when, and what else belongs to it.
 * Must never: lead a country to scores before they are published.
 */
import type { Person } from '../core/workflow/roles.js';
import type { SubmissionStatus } from '../core/workflow/statuses.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { editionFrame, type Frame, plainFrame } from './frame.js';
import { instantWords } from './instant-words.js';
import type { Site } from './site.js';

interface PlaceOf {
  /** What the page itself is called; the overview where absent. */
  readonly title?: string;
  readonly place: 'answers' | 'checks' | 'sign-off';
  readonly person: Person;
  readonly modules?: readonly string[];
}

export function answeringFrame(site: Site, answering: Answering, of: PlaceOf): Frame {
  const { words } = site;
  const { edition, submission } = answering;
  const country = site.world.library.countries.nameOf(submission.country);
  const here = of.title ?? words.say('page.crumb.answers');
  const all = addressOf.answers(edition.id, submission.country);
  const title = words.say('page.answer.window', { section: here, country });
  const modules = ['saved-times.js', ...(of.modules ?? [])];
  const own = { title, modules, person: of.person };
  if (edition.kind !== 'collected') {
    const answers = words.say('page.crumb.answers');
    return editionFrame(site, edition, {
      ...own,
      place: 'countries',
      crumbs: [
        { label: words.say('page.nav.countries'), href: addressOf.countries(edition.id) },
        { label: country, href: addressOf.country(edition.id, submission.country) },
        ...(of.title === undefined ? [{ label: answers }] : [{ label: answers, href: all }, { label: of.title }]),
      ],
    });
  }
  const frame = plainFrame(site, { ...own, title: `${title}, ${edition.title}` });
  const home = words.say('page.delegate.country-in', { country, edition: edition.title });
  return {
    ...frame,
    crumbs: [
      { label: words.say('page.account.desk'), href: addressOf.desk },
      ...(of.title === undefined ? [{ label: home }] : [{ label: home, href: all }, { label: of.title }]),
    ],
    nav: navOf(site, answering, of.place),
    state: stateOf(site, answering),
    ...(edition.run?.invented === true ? { notice: words.say('edition.invented') } : {}),
    source: words.say('page.delegate.foot'),
  };
}

function navOf({ words }: Site, answering: Answering, place: PlaceOf['place']): Frame['nav'] {
  const { edition, submission } = answering;
  const { id } = edition;
  const { country } = submission;
  const items: readonly [PlaceOf['place'], string][] = [
    ['answers', addressOf.answers(id, country)],
    ['checks', addressOf.checks(id, country)],
    ...(isHandedIn(submission.status)
      ? [['sign-off', addressOf.signOff(id, country)] as [PlaceOf['place'], string]]
      : []),
  ];
  return items.map(([name, href]) => ({
    label: words.say(`page.delegate.nav.${name}`),
    href,
    current: name === place,
  }));
}

/** Whether what was handed in can be read as it was frozen. */
export const isHandedIn = (status: SubmissionStatus): boolean =>
  status === 'submitted' || status === 'in-validation' || status === 'validated' || status === 'signed-off';

const SIGNS: Readonly<Record<SubmissionStatus, string>> = {
  'not-started': '○',
  'in-progress': '◐',
  returned: '◐',
  submitted: '◕',
  'in-validation': '◕',
  validated: '●',
  'signed-off': '●',
  excluded: '–',
};

function stateOf({ words }: Site, { edition, submission }: Answering): NonNullable<Frame['state']> {
  const closes = edition.run?.closes;
  const byWhen = closes === undefined || isHandedIn(submission.status) ? '' : instantWords(words, closes);
  return {
    sign: SIGNS[submission.status],
    text: words.say(`page.delegate.status.${submission.status}`),
    release: byWhen === '' ? '' : words.say('page.delegate.by', { closes: byWhen }),
  };
}
