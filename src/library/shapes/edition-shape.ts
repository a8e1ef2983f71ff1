/**
 * The shape of data/editions/<id>.yaml: one round of an index, its countries, its figures and where they come from.
 * Must never: hold a figure (those stand in the CSV beside it).
 */
import { z } from 'zod';
import { id, isoDate, text, webAddress, wholeNumber } from './scalars.js';

const country = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a country code of three capital letters')
  .describe('ISO 3166-1 alpha-3, or XAA–XZZ for an invented country.');

const group = z.strictObject({
  id: id('What rows group:ID and addresses call the group.'),
  name: text('Its name.'),
  short: text('Short name for chart labels; the name if not said.').exactOptional(),
  on: isoDate('The day on which the membership stood so.'),
  countries: z.array(country).min(1, 'is an empty list').describe('Its members.'),
});

const figures = z.strictObject({
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*\.csv$/i, 'must be the name of a .csv file in the same folder')
    .describe('Wide table: country, then one column per node; empty means not published.'),
  level: text('Name of the level whose figures feed the engine; columns above it are kept as published.'),
  precision: text('How exactly the source states them, in words.'),
  decimals: wholeNumber('Decimals the source prints.', 0, 15),
});

export const editionShape = z
  .strictObject({
    title: text('Title of the edition.'),
    series: text('Short name of the index it belongs to.'),
    year: wholeNumber('The year it stands for.', 1900, 2200),
    definition: id('Folder under questionnaires/.'),
    kind: z
      .enum(['published', 'demonstration'])
      .describe('published: figures of a source; demonstration: invented answers.'),
    date: isoDate('Day of publication.'),
    figures: figures.describe('Published figures, in a CSV file beside the edition.').exactOptional(),
    countries: z
      .array(country)
      .min(1, 'is an empty list')
      .describe('Who takes part, where there are no figures.')
      .exactOptional(),
    withheld: z
      .record(country, text('Why.'))
      .describe('Countries that take part but have no score, and why.')
      .exactOptional(),
    groups: z.array(group).min(1, 'is an empty list').describe('Named, dated sets of countries, for averages.'),
    'main-group': id('The group whose mean stands in charts and sentences.'),
    comparability: z
      .strictObject({
        class: id('Editions of one class may be compared over time.'),
        breaks: text('Why scores of other editions must not be compared.'),
      })
      .describe('Which editions this one may be compared with.'),
    analyses: z
      .array(id('Name of an analysis of the method.'))
      .min(1, 'is an empty list: name analyses of the method, or leave the key out for all of them')
      .describe('How the ranks are put to the test, in this order; all analyses of the method if not said.')
      .exactOptional(),
    source: text('Where the figures come from, in one line.'),
    citation: text('Citation of the source in full.'),
    address: webAddress('Address of the source.').exactOptional(),
    notice: text('Shown on every page and in every file: that all is invented, say.').exactOptional(),
  })
  .describe('One round of an index.');

export type EditionFile = z.output<typeof editionShape>;
