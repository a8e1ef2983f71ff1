/** Whether what was kept can be read: by taking away and spoiling every part of a result that was truly computed. */
import { describe, expect, it } from 'vitest';
import { isRobustness } from '../../../../src/core/robustness/edition/is-robustness.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { group, indicator } from '../../scoring/raw-steps/a-round.js';
import { analysis, aRound, asked, robustness } from './a-job.js';

type Path = readonly (string | number)[];

const INPUTS: readonly Input[] = [
  { kind: 'weights', how: { type: 'spread', spread: 0.4 } },
  {
    kind: 'aggregate',
    alternatives: [
      { label: 'arithmetic', rule: 'arithmetic-mean' },
      { label: 'median', rule: 'median' },
    ],
  },
  { kind: 'drop' },
];

/** As it is read back. */
function aResult(): unknown {
  const tree = group('index', [group('A', [indicator('a1'), indicator('a2')]), indicator('b')]);
  const round = aRound(tree, { XAA: [3, 9, 7], XAB: [8, 5, 2], XAC: [5, 4, 3] });
  const settings = asked([analysis('everything', ...INPUTS)], { runs: 20, baseSamples: 8 });
  return JSON.parse(JSON.stringify(robustness({ round, asked: settings })));
}

/** Those of the first things of every list, and all that hangs on them. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inside =
    typeof value !== 'object' || value === null
      ? []
      : Array.isArray(value)
        ? value.slice(0, 2).map((one, at) => [at, one] as const)
        : Object.entries(value);
  return [path, ...inside.flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

/** A copy in which something else stands there; nothing, where it is undefined. */
function spoiled(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = spoiled(copy[key], rest, by);
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

describe('what is kept of a robustness run', () => {
  it('is a result, whatever else stands in it', () => {
    const result = aResult();
    expect(isRobustness(result)).toBe(true);
    expect(isRobustness({ ...(result as object), more: [1] })).toBe(true);
  });

  it('is none where any part of it is of another kind', () => {
    const result = aResult();
    const paths = pathsOf(result);
    expect(paths.length).toBeGreaterThan(150);
    const passed = paths.filter((path) => isRobustness(spoiled(result, path, { odd: true })));
    // How an alternative computes, and what an answer in doubt may be, is told by no report.
    expect(passed.map((path) => path.join('.')).filter((path) => !/^analyses\.\d\.inputs\./.test(path))).toEqual([]);
  });

  it('is none where a table lacks a country, or a kind of input is not known', () => {
    const result = aResult();
    for (const table of ['frequencies', 'ahead', 'both']) {
      expect(isRobustness(spoiled(result, ['analyses', 0, table], []))).toBe(false);
      expect(isRobustness(spoiled(result, ['analyses', 0, table, 0], []))).toBe(false);
    }
    expect(isRobustness(spoiled(result, ['analyses', 0, 'nodes', 0], []))).toBe(false);
    expect(isRobustness(spoiled(result, ['leftOut', 0, 'ranks'], []))).toBe(false);
    expect(isRobustness(spoiled(result, ['analyses', 0, 'inputs', 0, 'kind'], 'of-another-version'))).toBe(false);
    expect(isRobustness(spoiled(result, ['design'], 'of another version'))).toBe(false);
    expect(isRobustness(undefined)).toBe(false);
  });
});
