/**
 * The tables that `alidade robustness` takes beside an edition, replications that somebody states and answers in doubt → what they
 * say of the run, or a line for each row that is wrong.
 * Must never: take a table in which any row is wrong.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepare } from '../core/scoring/prepare.js';
import type { AnalysisOptions } from '../journeys/analysing/asked-of.js';
import { readDoubtTable } from '../journeys/analysing/doubt-table.js';
import type { ComputedEdition } from '../journeys/computed-edition.js';
import { sha256 } from '../journeys/sha256.js';
import type { World } from '../journeys/world.js';
import { readReplay } from '../library/index-vary-replay.js';
import type { RowFault } from '../library/read-csv.js';
import type { TypedRobustness } from './robustness-flags.js';
import { rowLines } from './row-lines.js';

export interface FilesRead {
  readonly options: Pick<AnalysisOptions, 'stated' | 'doubt'>;
  readonly sentences: readonly string[];
}

interface Place {
  readonly world: World;
  /** The results that are put to the test. */
  readonly computed: ComputedEdition;
  readonly cwd: string;
}

export function readRobustnessFiles(
  { replay, doubt }: Pick<TypedRobustness, 'replay' | 'doubt'>,
  { world, computed, cwd }: Place,
): FilesRead {
  const stated =
    replay === undefined
      ? NOTHING
      : read(`--replay ${replay}`, resolve(cwd, replay), (bytes) => statedIn(bytes, computed));
  const doubted =
    doubt === undefined
      ? NOTHING
      : read(`--doubt ${doubt}`, resolve(cwd, doubt), (bytes) => doubtIn(bytes, world, computed));
  return {
    options: { ...stated.options, ...doubted.options },
    sentences: [...stated.sentences, ...doubted.sentences],
  };
}

const NOTHING: FilesRead = { options: {}, sentences: [] };

type TableRead = { readonly options: FilesRead['options'] } | { readonly faults: readonly RowFault[] };

/** `flag`: as it was typed, which each sentence begins with. */
function read(flag: string, path: string, take: (bytes: Uint8Array) => TableRead): FilesRead {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { options: {}, sentences: [`${flag}: there is no such file, or it cannot be read.`] };
  }
  const table = take(bytes);
  if ('options' in table) return { options: table.options, sentences: [] };
  return { options: {}, sentences: rowLines(flag, table.faults) };
}

function statedIn(bytes: Uint8Array, { edition }: ComputedEdition): TableRead {
  const { framework, method } = edition.definition;
  const plan = prepare(framework, method);
  // Below the level at which published figures enter nothing is combined.
  const given = new Set(edition.figures?.given.map(({ node }) => node));
  const found = readReplay(bytes, { plan, given });
  if ('faults' in found) return found;
  const { inputs, replications } = found.replay;
  const stated = replications.map(({ scenario: { choices, dropped }, weights }) => ({
    choices,
    dropped: plan.nodes[dropped]?.node.id ?? '',
    ...(weights === undefined ? {} : { weights: Array.from(weights) }),
  }));
  return { options: { stated: { inputs, replications: { hash: sha256(bytes), replications: stated } } } };
}

function doubtIn(bytes: Uint8Array, world: World, computed: ComputedEdition): TableRead {
  const found = readDoubtTable(world, computed, bytes);
  return 'faults' in found ? found : { options: { doubt: found.doubt } };
}
