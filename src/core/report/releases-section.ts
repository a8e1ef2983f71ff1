/**
 * The publications of an edition, newest first: date, what each corrected, the hash that identifies it, and its files.
 * Must never: leave out an earlier publication because a later one corrected it.
 */
import type { Block, Rich, Run } from './document.js';
import type { Material, ReleaseFacts } from './material.js';

export function releasesSection(material: Material): readonly Block[] {
  const { edition, words } = material;
  if (edition.releases.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'releases', text: words.say('report.releases.heading') },
    { kind: 'paragraph', tone: 'measure', text: words.say('report.releases.lead') },
    { kind: 'list', items: edition.releases.map((release) => itemOf(material, release)) },
  ];
}

function itemOf({ words, links }: Material, { number, date, note, hash }: ReleaseFacts): Rich {
  const said = words.say(note === '' ? 'report.releases.item' : 'report.releases.item-corrected', {
    number,
    date: words.date(date),
    note,
    hash,
  });
  if (links === undefined) return said;
  const file = (ending: 'json' | 'csv'): readonly Run[] => [
    { text: ' · ' },
    { text: words.say(`report.releases.${ending}`, { number }), href: links.release(number, ending) },
  ];
  return [{ text: said }, ...file('json'), ...file('csv')];
}
