/**
 * The page on which an edition is made, as views/pages/new-edition.ejs prints it.
 * Must never: offer a definition that is not in the library.
 */
import type { Problem } from '../core/problem.js';
import type { Person } from '../core/workflow/roles.js';
import type { WantedEdition } from '../journeys/preparing/create-edition.js';
import { countDefinition } from '../library/count-definition.js';
import { addressOf } from './addresses.js';
import { type EntryView, entryView, errorsAt } from './entry-view.js';
import { type FaultLink, faultLinks } from './fault-links.js';
import { type Frame, plainFrame } from './frame.js';
import type { Site } from './site.js';

/** View model of views/pages/new-edition.ejs. */
export interface NewEditionPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly action: string;
  readonly faults: readonly FaultLink[];
  readonly definitions: readonly DefinitionChoice[];
  readonly definitionErrors: readonly string[];
  readonly entries: readonly EntryView[];
  readonly invented: boolean;
}

interface DefinitionChoice {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly hash: string;
  readonly chosen: boolean;
}

export type TypedEdition = WantedEdition;

export const NEW_EDITION: TypedEdition = { id: '', title: '', series: '', year: '', invented: false, definition: '' };

export function newEditionPage(
  site: Site,
  person: Person,
  { typed, problems }: { readonly typed: TypedEdition; readonly problems: readonly Problem[] },
): NewEditionPage {
  const { words } = site;
  const heading = words.say('page.desk.new');
  const entry = (name: 'title' | 'id' | 'series' | 'year'): EntryView =>
    entryView(words, problems, {
      name,
      label: `page.desk.create.${name}`,
      type: 'text',
      autocomplete: 'off',
      value: typed[name],
      hint: words.say(`page.desk.create.${name}-hint`),
    });
  return {
    frame: plainFrame(site, {
      title: heading,
      person,
      crumbs: [{ label: words.say('page.account.desk'), href: addressOf.desk }, { label: heading }],
    }),
    heading,
    action: addressOf.newEdition,
    faults: faultLinks(words, problems),
    definitions: definitionsOf(site, typed.definition),
    definitionErrors: errorsAt(words, problems, 'definition'),
    entries: [entry('title'), entry('id'), entry('series'), entry('year')],
    invented: typed.invented,
  };
}

/** Those that ask something: nothing can be collected by the others. */
function definitionsOf({ words, world }: Site, chosen: string): readonly DefinitionChoice[] {
  return [...world.library.definitions.values()].flatMap((definition) => {
    const { id, hash, questionnaire } = definition;
    if (questionnaire === undefined) return [];
    const { questions, dataPoints, indicators } = countDefinition(definition);
    const facts = words.say('page.desk.create.facts', { questions, dataPoints, indicators });
    return [{ id, title: questionnaire.title, facts, hash, chosen: id === chosen }];
  });
}
