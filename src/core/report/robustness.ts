/**
 * How sure a ranking is: how far each rank reaches when the assumptions behind it move, who is told apart from whom, what the
 * movement is due to, and how all that was found.
 * Must never: show an interval without what it holds and what it does not, or a chart where nothing was analysed.
 */
import type { Block, Document } from './document.js';
import type { Material } from './material.js';
import { editionOf } from './overview.js';
import { choicesSection } from './robustness-choices.js';
import { robustnessData, robustnessTables } from './robustness-data.js';
import { givenPlural, robustnessLead, robustnessTitle } from './robustness-findings.js';
import { frequenciesSection } from './robustness-frequencies.js';
import { furtherSections } from './robustness-further.js';
import { indicesSection } from './robustness-indices.js';
import { leftOutSection } from './robustness-left-out.js';
import { madeSection } from './robustness-made.js';
import { pairsSection } from './robustness-pairs.js';
import { ranksSection } from './robustness-ranks.js';
import { type Tested, testedOf } from './robustness-tested.js';
import { citation, openingNotes } from './source-note.js';

export function robustness(material: Material): Document {
  const tested = testedOf(material);
  const { words, edition } = material;
  return {
    name: `${edition.id}-robustness`,
    title:
      tested === undefined
        ? words.say('report.robustness.title.none', { edition: edition.title })
        : robustnessTitle(tested),
    ...(tested === undefined ? {} : { lead: robustnessLead(tested) }),
    language: words.locale,
    edition: editionOf(material),
    blocks: [
      ...openingNotes(material),
      ...(tested === undefined ? nothingYet(material) : sectionsOf(tested)),
      ...citation(material),
    ],
    data: robustnessData(material, tested),
    ...(tested === undefined ? {} : { more: robustnessTables(tested) }),
  };
}

function sectionsOf(tested: Tested): readonly Block[] {
  return [
    ...recomputedNote(tested),
    ...ranksSection(tested),
    ...frequenciesSection(tested),
    ...pairsSection(tested),
    ...choicesSection(tested),
    ...leftOutSection(tested),
    ...indicesSection(tested, tested.first, ''),
    ...furtherSections(tested),
    ...madeSection(tested),
  ];
}

/** What no source prints must not be taken for the source's. */
function recomputedNote(tested: Tested): readonly Block[] {
  const { words, edition } = tested.scores.material;
  if (edition.kind !== 'published') return [];
  const text = words.say('report.robustness.recomputed', { plural: givenPlural(tested), edition: edition.title });
  return [{ kind: 'note', tone: 'info', text }];
}

function nothingYet({ words, edition }: Material): readonly Block[] {
  return [
    { kind: 'paragraph', tone: 'measure', text: words.say('report.robustness.none.what') },
    ...(edition.analyses.length === 0
      ? [{ kind: 'paragraph', tone: 'measure', text: words.say('report.robustness.none.unasked') } as const]
      : [
          { kind: 'paragraph', tone: 'measure', text: words.say('report.robustness.none.how') } as const,
          { kind: 'paragraph', tone: 'formula', text: `alidade robustness ${edition.id}` } as const,
        ]),
  ];
}
