/**
 * What state a submission is in and what its country can do about it now: said at the top of each of its pages.
 * Must never: offer what permission would refuse.
 */
import type { Person } from '../core/workflow/roles.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { isHandedIn } from './answering-frame.js';
import { instantWords } from './instant-words.js';
import type { Site } from './site.js';

export interface StandView {
  readonly mode: Mode;
  readonly heading: string;
  readonly sentence: string;
  /** Why it was given back, or taken out; '' where there is no such reason. */
  readonly reason: string;
  readonly acts: readonly { readonly label: string; readonly href: string; readonly main: boolean }[];
  /** Whether it stands out: something was given back or is over. */
  readonly stressed: boolean;
}

/** Undefined in a demonstration, which has no states. */
export function standView(site: Site, person: Person, answering: Answering): StandView | undefined {
  const { edition, submission } = answering;
  if (edition.kind !== 'collected') return undefined;
  const { words } = site;
  const { reason = '' } = submission;
  const mode = modeOf(person, answering);
  const closes = edition.run?.closes;
  const details = { closes: closes === undefined ? 'none' : instantWords(words, closes), asked: asksOf(answering) };
  return {
    mode,
    heading: words.say(`page.delegate.stand.${mode}.heading`),
    sentence: words.say(`page.delegate.stand.${mode}.sentence`, details),
    reason: SHOWS_REASON.has(mode) ? reason : '',
    acts: actsOf(site, answering),
    stressed: mode === 'returned' || mode === 'reopened' || mode === 'excluded' || mode === 'closed',
  };
}

/** What the submission means to the person who asks. */
export type Mode =
  | 'answering'
  | 'returned'
  | 'reopened'
  | 'contributing'
  | 'not-open'
  | 'closed'
  | 'submitted'
  | 'asked-back'
  | 'in-validation'
  | 'validated'
  | 'signed-off'
  | 'excluded'
  | 'reading';

const SHOWS_REASON: ReadonlySet<string> = new Set(['returned', 'reopened', 'excluded', 'asked-back']);

function modeOf(person: Person, answering: Answering): Mode {
  const { edition, submission, may } = answering;
  const { status, asksReopening, reason } = submission;
  if (status === 'excluded' || status === 'validated' || status === 'signed-off' || status === 'in-validation') {
    return asksReopening && status !== 'excluded' ? 'asked-back' : status;
  }
  if (status === 'submitted') return asksReopening ? 'asked-back' : 'submitted';
  const grants = person.grants.filter((one) => one.edition === edition.id && one.country === submission.country);
  if (edition.run?.status === 'preparing') return 'not-open';
  const isDelegate = grants.some(({ role }) => role === 'delegate');
  if (isDelegate) {
    if (!may('record-answer').ok) return 'closed';
    if (status === 'returned') return 'returned';
    return reason === undefined ? 'answering' : 'reopened';
  }
  if (!grants.some(({ role }) => role === 'contributor')) return 'reading';
  const own = sectionsOf(answering).some((section) => may('record-answer', section).ok);
  if (!own) return 'closed';
  return status === 'returned' ? 'returned' : 'contributing';
}

const sectionsOf = ({ outline }: Answering): readonly string[] =>
  outline.questionnaire.sections.map((section) => section.id);

/** How many questions are open: shared by the sentences. */
const asksOf = ({ progress }: Answering): number => progress.asked - progress.answered;

/** What may be done with the submission as a whole. */
export function actsOf(
  { words }: Pick<Site, 'words'>,
  { edition, submission, progress, may }: Answering,
): StandView['acts'] {
  const { country, status } = submission;
  const act = (name: string, href: string, main: boolean) => ({
    label: words.say(`page.delegate.act.${name}`),
    href,
    main,
  });
  const isWhole = progress.answered === progress.asked;
  return [
    ...(may('submit').ok ? [act(isWhole ? 'submit' : 'check', addressOf.checks(edition.id, country), isWhole)] : []),
    ...(may('sign-off').ok ? [act('sign-off', addressOf.signOff(edition.id, country), true)] : []),
    ...(isHandedIn(status) && !may('sign-off').ok ? [act('read', addressOf.signOff(edition.id, country), false)] : []),
    ...(may('ask-reopening').ok && !submission.asksReopening
      ? [act('ask-back', addressOf.askReopening(edition.id, country), false)]
      : []),
  ];
}
