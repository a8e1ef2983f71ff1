/**
 * Whether data that was kept, by this version or another, has the shape of a robustness result, so that every report can be made of it.
 * Must never: let through what a report would stumble over; mind a field that it does not know.
 */
import type { Input } from '../scenarios/input.js';
import type { Robustness } from './robustness.js';

/**
 * Shape: any JSON value → whether it is a `Robustness` whose tables have a row and a column for each of its countries and aggregates.
 *
 * Example: the result of a run, read back → true; a result without tiers, or with an input of a kind that is not known → false.
 * Refuses: nothing.
 */
export function isRobustness(value: unknown): value is Robustness {
  if (!isObject(value) || !isRun(value)) return false;
  const { countries, aggregates, analyses, leftOut } = value;
  if (!some(countries, isText) || !some(aggregates, isText) || !some(analyses, isObject)) return false;
  const rows = countries.length;
  const isTaken = takenOf(rows);
  return (
    analyses.every((one) => isAnalysis(one, { rows, aggregates: aggregates.length })) &&
    list(leftOut, (one) => isObject(one) && isText(one.node) && isTaken(one))
  );
}

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isNumberOrNull: Check = (value) => value === null || typeof value === 'number';
const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const list = (value: unknown, check: Check, length?: number): value is readonly unknown[] =>
  Array.isArray(value) && (length === undefined || value.length === length) && value.every(check);
const some = (value: unknown, check: Check): value is readonly unknown[] => list(value, check) && value.length > 0;

const DESIGNS: readonly unknown[] = ['random', 'sobol', 'latin'];

function isRun({ engine, runs, baseSamples, design, seed, onProblem }: Json): boolean {
  const isKnown = DESIGNS.includes(design) && (onProblem === 'stop' || onProblem === 'count');
  return isKnown && isText(engine) && [runs, baseSamples, seed].every(isNumber);
}

interface Size {
  readonly rows: number;
  readonly aggregates: number;
}

function isAnalysis(analysis: unknown, { rows, aggregates }: Size): boolean {
  if (!isObject(analysis)) return false;
  const { id, inputs, undrawn, replayed, runs, failed, nodes, choices, sensitivity } = analysis;
  const isTaken = takenOf(rows);
  const square = (value: unknown): boolean => list(value, (row) => list(row, isNumber, rows), rows);
  return (
    [isText(id), isAbsentOr(isNumber)(undrawn), isAbsentOr(isText)(replayed), isNumber(runs), isNumber(failed)].every(
      Boolean,
    ) &&
    list(inputs, isInput) &&
    list(nodes, (row) => list(row, isCell, rows), aggregates) &&
    [analysis.frequencies, analysis.ahead, analysis.both].every(square) &&
    list(analysis.tiers, (tier) => list(tier, isText)) &&
    list(choices, (one) => isObject(one) && isNumber(one.input) && isText(one.label) && isTaken(one)) &&
    (sensitivity === undefined || isSensitivity(sensitivity, { rows, inputs: inputs.length }))
  );
}

/** By kind, what its input must hold beside it. */
const INPUTS: Readonly<Record<Input['kind'], (input: Json) => boolean>> = {
  weights: ({ how, nodes }) => isObject(how) && isWay(how) && isAbsentOr((value) => list(value, isText))(nodes),
  normalise: (input) => isChoice(input),
  aggregate: (input) => isChoice(input),
  impute: (input) => isChoice(input),
  treat: (input) => isChoice(input),
  missing: (input) => isChoice(input),
  drop: () => true,
  doubt: ({ answers }) => list(answers, (one) => isObject(one) && isText(one.country)),
};

function isInput(input: unknown): boolean {
  if (!isObject(input) || typeof input.kind !== 'string' || !Object.hasOwn(INPUTS, input.kind)) return false;
  return INPUTS[input.kind as Input['kind']](input);
}

const isWay = ({ type, spread }: Json): boolean =>
  type === 'uniform' || type === 'dirichlet' || (type === 'spread' && isNumber(spread));

const isChoice = ({ alternatives }: Json): boolean =>
  list(alternatives, (one) => isObject(one) && isText(one.label) && one.rule !== undefined);

const isSpread: Check = (spread) =>
  isObject(spread) && [spread.mean, spread.median, spread.p05, spread.p95].every(isNumberOrNull);

const isCell: Check = (cell) => isObject(cell) && isSpread(cell.score) && isSpread(cell.rank) && isNumber(cell.present);

const takenOf =
  (rows: number) =>
  ({ ranks, scores, meanShift, problem }: Json): boolean =>
    list(ranks, isNumberOrNull, rows) &&
    list(scores, isNumberOrNull, rows) &&
    isNumberOrNull(meanShift) &&
    isAbsentOr(isText)(problem);

function isSensitivity(value: unknown, { rows, inputs }: { readonly rows: number; readonly inputs: number }): boolean {
  if (!isObject(value)) return false;
  const { baseSamples, failed, evaluations, shift, scores, ranks } = value;
  const indices: Check = (of) => list(of, isIndices, inputs);
  return (
    [baseSamples, failed, evaluations].every(isNumber) &&
    indices(shift) &&
    [scores, ranks].every((outputs) => list(outputs, indices, rows))
  );
}

const isIndices: Check = (of) =>
  isObject(of) && [of.first, of.firstLow, of.firstHigh, of.total, of.totalLow, of.totalHigh].every(isNumberOrNull);
