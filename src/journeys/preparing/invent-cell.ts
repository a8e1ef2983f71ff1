/**
 * One invented answer: from how strong a country is at what is asked and from chance to a value of the question's type. On
 * the average a type's better answers are chosen as often as the country is strong.
 * Must never: know the question, a score or a store.
 */
import type { CellSpec, Option } from '../../core/survey/answer-spec.js';
import type { CellValue } from '../../core/survey/answers.js';
import { typeOf } from '../../core/survey/question-types/index.js';

export interface Draw {
  /** 0–1: how strong the country is here. */
  readonly strength: number;
  /** In [0, 1), the same for the same purpose. */
  readonly chance: (purpose: string) => number;
  /** Whether the answer scores; context answers are kept short. */
  readonly isScored: boolean;
  /** The nth invented address for this data point. */
  readonly address: (nth: number) => string;
  /** What the country says here in words; undefined where nothing was invented. */
  readonly words: string | undefined;
}

export function inventCell(spec: CellSpec, draw: Draw): CellValue | undefined {
  switch (spec.type) {
    case 'yes-no':
      return draw.chance('yes') < draw.strength ? 'yes' : 'no';
    case 'requirement':
    case 'frequency':
    case 'share':
    case 'rating':
      return ordered(typeOf(spec).order?.(spec) ?? [], draw);
    case 'single-choice':
      return oneOf(spec.options, draw);
    case 'multiple-choice':
      return severalOf(spec.options, draw);
    case 'scale':
      return Math.round(position(draw) * spec.to);
    case 'number':
      return quantity(spec, draw);
    case 'date':
      return day(spec, draw);
    case 'text':
      return draw.words;
    case 'link-list':
      return links(spec.atMost ?? 3, draw);
  }
}

/** A place between nothing (0) and all (1), within a quarter of the strength. */
function position({ strength, chance }: Draw): number {
  return Math.min(1, Math.max(0, strength + (chance('position') - 0.5) / 2));
}

/** @param ids from worst to best */
function ordered(ids: readonly string[], draw: Draw): string | undefined {
  return ids[Math.min(ids.length - 1, Math.floor(position(draw) * ids.length))];
}

/** Questionnaires list last what says that there is nothing, or nothing known: the stronger, the rarer. */
function oneOf(options: readonly Option[], { strength, chance }: Draw): string | undefined {
  if (chance('last') > strength + 0.3) return options.at(-1)?.id;
  return options[Math.floor(chance('option') * (options.length - 1))]?.id;
}

const CONTEXT_TICKS = 3;

function severalOf(options: readonly Option[], { strength, chance, isScored }: Draw): readonly string[] {
  const open = options.filter((option) => option.exclusive !== true);
  const ticked = open.filter((option) => chance(option.id) < strength).slice(0, isScored ? open.length : CONTEXT_TICKS);
  if (ticked.length > 0) return ticked.map((option) => option.id);
  const none = options.find((option) => option.exclusive) ?? open[Math.floor(chance('option') * open.length)];
  return none === undefined ? [] : [none.id];
}

/** Beyond this an invented number would need a reason. */
const LARGE = 400;

function quantity({ from = 0, to = LARGE }: { from?: number; to?: number }, draw: Draw): number {
  return Math.round(from + (Math.min(to, from + LARGE) - from) * position(draw) ** 3);
}

const DAY = 24 * 60 * 60 * 1000;
const YEARS = 4;

/** In the four years before the last day allowed, else in those after the first; a day of the near future where all are. */
function day({ from, to }: { from?: string; to?: string }, { chance }: Draw): string {
  const span = YEARS * 365 * DAY;
  const first = to === undefined ? Date.parse(from ?? '2018-01-01') : Date.parse(to) - span;
  const least = from === undefined ? first : Math.max(first, Date.parse(from));
  const most = to === undefined ? least + span : Date.parse(to);
  return new Date(least + Math.floor((chance('day') * (most - least)) / DAY) * DAY).toISOString().slice(0, 10);
}

/** Most of those that have nothing say so; a few say that there is something and give no address. */
function links(atMost: number, { strength, chance, isScored, address }: Draw): readonly string[] {
  if (chance('there') >= strength) return isScored && chance('word') < 0.15 ? ['yes'] : ['no'];
  const count = isScored ? 1 : 1 + Math.floor(chance('count') * Math.min(3, atMost));
  return Array.from({ length: count }, (_, at) => address(at + 1));
}
