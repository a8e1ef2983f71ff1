/**
 * What is wrong with a definition's measures, in its author's words and with the place as the file is written.
 * Must never: know a line or a column; the library finds those.
 */
export interface MeasureFault {
  readonly file: 'framework' | 'method';
  readonly path: FilePath;
  /** An error stops the definition. */
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** Keys and list places from the top of the file: `index`, `children`, 0, `rule`. */
export type FilePath = readonly (string | number)[];

type Say = (path: FilePath, message: string) => MeasureFault;

export const frameworkError: Say = (path, message) => ({ file: 'framework', path, level: 'error', message });
export const frameworkWarning: Say = (path, message) => ({ file: 'framework', path, level: 'warning', message });
export const methodError: Say = (path, message) => ({ file: 'method', path, level: 'error', message });
export const methodWarning: Say = (path, message) => ({ file: 'method', path, level: 'warning', message });
