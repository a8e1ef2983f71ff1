/**
 * A role and where it is held, in words: "Delegate of Aland, Open Data Index 2026".
 * Must never: decide what a role may do.
 */
import type { Grant } from '../core/workflow/roles.js';
import { findEdition } from '../journeys/editions.js';
import type { Site } from './site.js';

export async function grantWords({ world, words }: Site, { role, edition, country, sections }: Grant): Promise<string> {
  const name = words.say(`page.roles.${role}`);
  if (edition === '*') return words.say('page.roles.everywhere', { role: name });
  const found = await findEdition(world, edition);
  const title = found.ok ? found.value.title : edition;
  const whole =
    country === undefined
      ? words.say('page.roles.in-edition', { role: name, edition: title })
      : words.say('page.roles.of-country', {
          role: name,
          edition: title,
          country: world.library.countries.nameOf(country),
        });
  if (sections === undefined) return whole;
  const asked = found.ok ? found.value.definition.questionnaire?.sections : undefined;
  const titles = sections.map((id) => asked?.find((one) => one.id === id)?.title ?? id);
  return words.say('page.roles.in-sections', { whole, sections: words.list(titles) });
}
