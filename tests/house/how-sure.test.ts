/** The page for readers on how sure a rank is quotes the project's own editions: every figure in it is recomputed here. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { intervalOfCell, intervalText } from '../../src/core/report/strength.js';
import type { Analysis, Robustness } from '../../src/core/robustness/edition/robustness.js';
import { robustnessOf } from '../../src/core/robustness/edition/robustness-of.js';
import { makeWords } from '../../src/core/text/make-words.js';
import { askedOf } from '../../src/journeys/analysing/asked-of.js';
import { roundOf } from '../../src/journeys/analysing/round-of.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { computedOf } from '../journeys/analysing/analysed.js';
import { aWorld } from '../web/a-world.js';

const page = readFileSync('docs/how-sure-is-a-rank.md', 'utf8');
const words = makeWords(loadTexts('.'), 'en');

interface Run {
  readonly result: Robustness;
  readonly ranks: ReadonlyMap<string, string>;
  readonly codeOf: (name: string) => string;
}
const runs = new Map<string, Run>();

beforeAll(async () => {
  const world = await aWorld();
  for (const [id, analysis, baseSamples] of [
    ['ourdata-2017', 'pillar-weights', 0],
    ['demonstration-2024', 'all-weights', 0],
    ['demonstration-2024', 'everything', 1024],
  ] as const) {
    const computed = await computedOf(world, id);
    const asked = await askedOf(world, computed);
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const analyses = asked.value.analyses.filter((one) => one.id === analysis);
    // Which replications there are hangs on neither; of the mean and what is left out, only the indices are quoted.
    const few = analysis === 'everything' ? { runs: 10 } : {};
    const result = robustnessOf({ round: roundOf(computed), asked: { ...asked.value, analyses, baseSamples, ...few } });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { countries, nodes } = computed.computation.results;
    const { nameOf } = world.library.countries;
    const index = nodes[0]?.rank ?? [];
    const marks = countries.map((country, row): [string, string] => {
      const isTied = index.filter((rank) => rank === index[row]).length > 1;
      return [country, `${index[row]}${isTied ? '=' : ''}`];
    });
    const codeOf = (name: string): string => countries.find((country) => nameOf(country) === name) ?? '';
    runs.set(`${id} ${analysis}`, { result: result.value, ranks: new Map(marks), codeOf });
  }
  await world.store.close();
}, 120_000);

const runOf = (name: string): Run => runs.get(name) as Run;
const analysisOf = (name: string): Analysis => runOf(name).result.analyses[0] as Analysis;

/** Rows of the table under a heading cell. */
function rowsUnder(head: string): readonly (readonly string[])[] {
  const lines = page
    .slice(page.indexOf(`| ${head} |`))
    .split('\n')
    .slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function shareAhead(run: string, [a, b]: readonly [string, string]): number {
  const { result, codeOf } = runOf(run);
  const [one, other] = [result.countries.indexOf(codeOf(a)), result.countries.indexOf(codeOf(b))];
  const { ahead, both } = analysisOf(run);
  return (ahead[one]?.[other] ?? Number.NaN) / (both[one]?.[other] ?? Number.NaN);
}

describe('the page on how sure a rank is', () => {
  it.each([
    ['OURdata Index 2017', 'ourdata-2017 pillar-weights', 6],
    ['Demonstration 2024 (invented)', 'demonstration-2024 all-weights', 5],
  ])('has the ranks, intervals and tiers of %s', (head, run, count) => {
    const rows = rowsUnder(head);
    expect(rows).toHaveLength(count);
    const { result, ranks, codeOf } = runOf(run);
    const { nodes, tiers } = analysisOf(run);
    const found = rows.map(([name = '']) => {
      const code = codeOf(name);
      const cell = nodes[0]?.[result.countries.indexOf(code)];
      const interval = cell === undefined ? undefined : intervalOfCell(cell);
      const shown = interval === undefined ? '' : intervalText(words, interval);
      return [name, ranks.get(code), shown, String(1 + tiers.findIndex((tier) => tier.includes(code)))];
    });
    expect(rows).toEqual(found);
  });

  it('says how often one country is ahead of another as it is', () => {
    const run = 'ourdata-2017 pillar-weights';
    const korea = runOf(run).result.countries.indexOf('KOR');
    const first = (analysisOf(run).frequencies[korea]?.[0] ?? 0) / runOf(run).result.runs;
    expect(page).toContain(`in ${Math.round(100 * first)} % of the replications. Austria`);
    const ahead = (a: string, b: string): number => Math.round(100 * shareAhead(run, [a, b]));
    expect(page).toContain(
      `In ${ahead('Japan', 'United Kingdom')} % of the replications Japan is ahead of the United Kingdom`,
    );
    expect(page).toContain(`and in ${ahead('Japan', 'Colombia')} % it is ahead of\nColombia`);
    expect(analysisOf(run).tiers[1]).toHaveLength(31);
    const halves = shareAhead('demonstration-2024 all-weights', ['Fendoria', 'Rhovania']);
    expect(Math.abs(halves - 0.5)).toBeLessThan(0.03);
  });

  it('says what the movement of the ranking hangs on as it is', () => {
    const [weights, mean] = analysisOf('demonstration-2024 everything').sensitivity?.shift ?? [];
    expect(page).toContain(`the weights account for ${Math.round(100 * (weights?.first ?? 0))} % by themselves`);
    expect(Math.abs(mean?.first ?? 1)).toBeLessThan(0.05);
  });
});
