/**
 * The round behind an edition's results, as plain data, and the fingerprint by which a robustness result is known to be of just
 * these results.
 * Must never: hold an answer that does not count; depend on a title, a date or the order in which things were read.
 */
import type { Round } from '../../core/robustness/edition/round.js';
import type { Answers } from '../../core/survey/answers.js';
import { canonicalJson } from '../../core/workflow/canonical-json.js';
import type { ComputedEdition } from '../computed-edition.js';
import { sha256 } from '../sha256.js';

/** What the results were computed from; whoever is withheld stays so, without its answers. */
export function roundOf({ edition, computation: { input } }: ComputedEdition): Round {
  const { questionnaire } = edition.definition;
  const countries = [...new Set(input.countries)].sort();
  const withheld = countries.filter((country) => input.withheld?.includes(country) ?? false);
  return {
    framework: input.framework,
    method: input.method,
    // Where figures were published, no answer is scored.
    ...(input.outline === undefined || questionnaire === undefined ? {} : { questionnaire }),
    countries,
    answers: Object.fromEntries(
      countries.flatMap((country): readonly (readonly [string, Answers])[] => {
        const answers = withheld.includes(country) ? undefined : input.answers.get(country);
        return answers === undefined ? [] : [[country, answers]];
      }),
    ),
    given: input.given.map(({ country, node, value }) => ({ country, node, value })),
    groups: input.groups.map((group) => ({ id: group.id, countries: group.countries })),
    withheld,
  };
}

/** sha-256 of the round's canonical JSON, worked out once for a computed edition. */
export function fingerprintOf(computed: ComputedEdition): string {
  const known = fingerprints.get(computed);
  if (known !== undefined) return known;
  const fingerprint = sha256(canonicalJson(roundOf(computed)));
  fingerprints.set(computed, fingerprint);
  return fingerprint;
}

const fingerprints = new WeakMap<ComputedEdition, string>();
