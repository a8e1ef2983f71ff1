/**
 * How a converter says what is wrong: the path into the file as written, and the sentence.
 * Must never: stop the conversion (all faults are wanted at once).
 */
import type { Path } from './tree.js';

export type Note = (path: Path, message: string) => void;
