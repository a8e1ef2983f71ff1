/**
 * Wording and figures in one language, over a catalogue somebody else read: what reports and pages write with.
 * Must never: read files, know which page it serves.
 */
export interface Words {
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The sentence for a key (`report.profile.lead`), ICU arguments filled in. An unknown key throws: it is a bug. */
  readonly say: (key: string, details?: Readonly<Record<string, string | number>>) => string;
  /** Rounded for display, half away from zero on the shortest decimal, with a true minus sign. */
  readonly number: (value: number, decimals: number) => string;
  /** With its sign: `+0.16`, `−0.07`, `0.00`. */
  readonly signed: (value: number, decimals: number) => string;
  /** `21 November 2026`, from an ISO date. */
  readonly date: (iso: string) => string;
  /** `1st`, `2nd`, `12th`. */
  readonly ordinal: (rank: number) => string;
  /** `Korea, France and Poland`. */
  readonly list: (items: readonly string[]) => string;
}
