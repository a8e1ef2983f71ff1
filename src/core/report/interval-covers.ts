/**
 * What the rank intervals beside a ranking cover and what they do not, in words short enough to stand under it.
 * Must never: let an interval pass for all the doubt there is.
 */
import type { Block, Run } from './document.js';
import { lowered } from './places.js';
import { heldWords, inputName } from './robustness-inputs.js';
import { testedOf } from './robustness-tested.js';
import type { Scores } from './scores.js';

/** With the way to the whole analysis; where there is none yet and one could be made, that it is not known. */
export function coversNote(scores: Scores): readonly Block[] {
  const { links, words } = scores.material;
  const tested = testedOf(scores.material);
  if (tested === undefined) return notKnownNote(scores);
  const { first } = tested;
  const text = words.say('report.sure.covers', {
    runs: words.number(first.runs - first.failed, 0),
    failed: first.failed,
    varied: words.list(first.inputs.map((input) => lowered(inputName(tested, input)))),
    stated: first.replayed === undefined ? 'no' : 'yes',
    held: heldWords(tested, first),
    published: scores.material.edition.kind === 'published' ? 'yes' : 'no',
  });
  const way: readonly Run[] =
    links === undefined ? [] : [{ text: ' ' }, { text: words.say('report.sure.way'), href: links.robustness }];
  return [{ kind: 'paragraph', tone: 'measure', text: [{ text }, ...way] }];
}

function notKnownNote({ material, ranked, index }: Scores): readonly Block[] {
  if (material.edition.analyses.length === 0 || ranked(index).length < 2) return [];
  return [{ kind: 'paragraph', tone: 'measure', text: material.words.say('report.sure.not-known') }];
}
