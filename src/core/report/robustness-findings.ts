/**
 * What the robustness of a ranking comes to, in its title and lead: who leads in how many replications, how many tiers can be
 * told apart, what the intervals hold and what they do not.
 * Must never: call a place sure that the replications do not.
 */
import { heldWords, variedWords } from './robustness-inputs.js';
import { countryName, officialRank, shareText, type Tested } from './robustness-tested.js';

/** From here on, first means first. */
const SURE = 0.9;

export function robustnessTitle(tested: Tested): string {
  const { words, edition } = tested.scores.material;
  const { first, ranked } = tested;
  const tiers = first.tiers.length;
  const leader = oftenFirst(tested);
  if (ranked.length < 2 || leader === undefined) {
    return words.say('report.robustness.title.alone', { edition: edition.title });
  }
  return words.say(`report.robustness.title.${leader.share >= SURE ? 'sure' : 'open'}`, {
    country: countryName(tested, leader.country),
    share: shareText(tested, leader.share),
    tiers,
    joint: leader.joint ? 'yes' : 'no',
  });
}

interface Leader {
  readonly country: string;
  readonly share: number;
  /** Whether rank 1 was ever shared. */
  readonly joint: boolean;
}

/** Who stands on rank 1 most often; the officially first of those that do equally often. */
function oftenFirst({ first, ranked, rowOf }: Tested): Leader | undefined {
  const runs = first.runs - first.failed;
  const times = ranked.map((country) => first.frequencies[rowOf(country)]?.[0] ?? 0);
  const most = Math.max(0, ...times);
  const country = ranked[times.indexOf(most)];
  if (country === undefined || most === 0) return undefined;
  return { country, share: most / runs, joint: times.reduce((sum, one) => sum + one, 0) > runs };
}

export function robustnessLead(tested: Tested): string {
  const { words } = tested.scores.material;
  const { first } = tested;
  return [
    words.say('report.robustness.lead.covers', {
      runs: words.number(first.runs - first.failed, 0),
      varied: variedWords(tested, first),
    }),
    words.say('report.robustness.lead.not', { held: heldWords(tested, first) }),
    ...failedWords(tested),
  ].join(' ');
}

function failedWords({ scores: { material }, first }: Tested): readonly string[] {
  if (first.failed === 0) return [];
  const details = { failed: first.failed, runs: material.words.number(first.runs, 0) };
  return [material.words.say('report.robustness.lead.failed', details)];
}

/** Which figures this is recomputed from: "sub-pillars". */
export function givenPlural({ scores }: Tested): string {
  const { framework, edition, words, results } = scores.material;
  const { figures } = edition;
  const given = scores.places.filter(({ id }) => results.countries.some((one) => figures?.isGiven(one, id) === true));
  const depths = new Set(given.map(({ depth }) => depth));
  const [depth = 0] = depths;
  const plural = depths.size === 1 ? framework.levels[depth]?.plural : undefined;
  return plural ?? words.say('report.robustness.parts');
}

/** Official first to last, as the end of a sentence for screen readers. */
export function endsOf(tested: Tested): { readonly first: string; readonly last: string } {
  const ranked = tested.countries.filter((country) => officialRank(tested, country).rank !== null);
  return { first: countryName(tested, ranked[0] ?? ''), last: countryName(tested, ranked.at(-1) ?? '') };
}
