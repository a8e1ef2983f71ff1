/**
 * A named, dated set of countries, for averages: a mean belongs to a group as it stood on a day, never to "the OECD".
 * Must never: be inferred from the countries that happen to have scores.
 */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** For chart labels: "OECD mean". */
  readonly shortName: string;
  /** ISO date on which the membership stood so. */
  readonly on: string;
  readonly countries: readonly string[];
}
