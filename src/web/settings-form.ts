/**
 * The forms by which an edition is set up → what was typed: countries, groups, calendar, an invitation, a move.
 * Must never: take the edition, a status or a right from a form; lose what was typed.
 */
import type { EnteredGroups } from '../core/workflow/decide-edition.js';
import { EDITION_STATUSES, type EditionStatus } from '../core/workflow/statuses.js';
import { readCountries } from '../journeys/preparing/read-countries.js';
import type { Countries } from '../library/library.js';
import { fieldsOf } from './posted-fields.js';
import { textOf } from './text-of.js';

export const PARTS = ['countries', 'groups', 'calendar', 'move', 'invite'] as const;
export type Part = (typeof PARTS)[number];

/** The fields of the one form that was sent, by name; a field sent several times has several values. */
export interface TypedSettings {
  readonly part: Part;
  readonly all: (name: string) => readonly string[];
  readonly text: (name: string) => string;
  readonly expecting: number;
}

export function readSettings(body: unknown): TypedSettings | undefined {
  const part = PARTS.find((one) => one === textOf(body, 'do'));
  if (part === undefined) return undefined;
  const fields = fieldsOf(body);
  const all = (name: string): readonly string[] => fields.filter(([own]) => own === name).map(([, value]) => value);
  const text = (name: string): string => all(name)[0] ?? '';
  return { part, all, text, expecting: revisionOf(text('revision')) };
}

/** NaN where none is named, which no revision equals. */
export const revisionOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** `2026-06-30` and `22:00`, in UTC; undefined where both are empty. What cannot be read is told by the decision. */
export function typedClosing({ text }: TypedSettings): string | undefined {
  const [date, time] = [text('closes-date').trim(), text('closes-time').trim()];
  if (date === '' && time === '') return undefined;
  return `${date}T${time === '' ? '00:00' : time}:00Z`;
}

export const typedMove = ({ text }: TypedSettings): EditionStatus | undefined =>
  EDITION_STATUSES.find((one) => one === text('to'));

export interface TypedGroup {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly on: string;
  readonly countries: string;
}

/** As many as fit on the page; those of which nothing is filled in are not there. */
export const MOST_GROUPS = 20;

export function typedGroups({ text }: TypedSettings): readonly TypedGroup[] {
  return Array.from({ length: MOST_GROUPS }, (_, at) => {
    const field = (name: string): string => text(`group-${at}-${name}`);
    const [name, shortName, on, countries] = [field('name'), field('short'), field('on'), field('countries')];
    return { id: field('id') || idOf(shortName || name) || `group-${at + 1}`, name, shortName, on, countries };
  }).filter((group) => [group.name, group.shortName, group.countries].some((one) => one.trim() !== ''));
}

export function enteredGroups(countries: Countries, typed: TypedSettings): EnteredGroups {
  const groups = typedGroups(typed).map((group) => ({
    ...group,
    name: group.name.trim(),
    shortName: group.shortName.trim() || group.name.trim(),
    on: group.on.trim(),
    countries: readCountries(countries, group.countries),
  }));
  const main = groups[Number(typed.text('main-group') || '0')]?.id ?? groups[0]?.id ?? '';
  return { groups, mainGroup: main };
}

const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
