/**
 * Where the figures of a document come from, how exactly, and how the marks beside them are read.
 * Must never: let a table or chart stand without its source.
 */
import type { Block, Source } from './document.js';
import type { Material, ReleaseFacts } from './material.js';

/** The short line under charts and tables. */
export function sourceLine(material: Material): Source {
  const { edition, words } = material;
  const named = edition.source.includes(edition.title);
  const details = { source: edition.source, edition: edition.title };
  return { kind: 'source', text: words.say(named ? 'report.source.line' : 'report.source.line-edition', details) };
}

/** What the marks mean; only editions with published figures need them. */
export function marksNote(material: Material): readonly Block[] {
  const { edition, words } = material;
  if (edition.kind !== 'published') return [];
  return [
    {
      kind: 'paragraph',
      tone: 'measure',
      text: words.say('report.source.marks', { precision: edition.figures?.precision ?? '' }),
    },
  ];
}

/** The same in a line, where a table further down says the rest. */
export function marksInShort({ edition, words }: Material): readonly Block[] {
  if (edition.kind !== 'published') return [];
  return [{ kind: 'paragraph', tone: 'measure', text: words.say('report.source.marks-in-short') }];
}

/** The citation in full, as the last block of a document. */
export function citation(material: Material): readonly Block[] {
  const { edition, words } = material;
  const address = edition.address;
  const run =
    address === undefined || edition.citation.includes(address) ? [] : [{ text: ` ${address}`, href: address }];
  return [
    { kind: 'heading', level: 2, id: 'source', text: words.say('report.source.heading') },
    { kind: 'source', text: [{ text: edition.citation }, ...run] },
  ];
}

/** Stands on top: that everything is invented or provisional, and what the last publication has corrected. */
export function openingNotes({ edition, words }: Material): readonly Block[] {
  const { notice, releases } = edition;
  const [latest] = releases;
  const corrected = latest !== undefined && latest.number > 1;
  return [
    ...(notice === undefined ? [] : [{ kind: 'note', tone: 'invented', text: notice } as const]),
    ...(corrected ? [{ kind: 'note', tone: 'caution', text: correctionWords(words, latest) } as const] : []),
  ];
}

function correctionWords(words: Material['words'], { number, date, note }: ReleaseFacts): string {
  return words.say('report.releases.corrected', { number, date: words.date(date), note });
}
