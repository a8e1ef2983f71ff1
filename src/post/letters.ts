/**
 * The messages as tables: which paragraphs a template has, in which order, and which details a paragraph cannot do without.
 * Wording stands in views/texts/<locale>/mail.yaml under the template's name.
 * Must never: hold a sentence.
 */
import type { Template } from '../store/store.js';

/** A paragraph is left out where one of the details it needs was not given. */
export interface Paragraph {
  readonly key: string;
  readonly needs: readonly string[];
}

/** Of each template, what stands before the link and what stands behind it. */
export interface Letter {
  readonly before: readonly Paragraph[];
  readonly after: readonly Paragraph[];
}

const says = (key: string, ...needs: readonly string[]): Paragraph => ({ key, needs });

export const LETTERS: Readonly<Record<Template, Letter>> = {
  invitation: {
    before: [says('lead'), says('role', 'role'), says('edition', 'edition'), says('expires', 'expires')],
    after: [says('unasked')],
  },
  reset: { before: [says('lead'), says('expires', 'expires')], after: [says('unasked')] },
  deadline: {
    before: [says('lead', 'closes', 'days'), says('progress', 'answered', 'asked'), says('late')],
    after: [],
  },
  receipt: { before: [says('lead', 'at'), says('kept', 'hash'), says('next')], after: [] },
  returned: {
    before: [says('lead'), says('said', 'reason'), says('next'), says('closes', 'closes')],
    after: [],
  },
  reopened: {
    before: [says('lead'), says('said', 'reason'), says('next'), says('closes', 'closes')],
    after: [],
  },
  published: { before: [says('lead'), says('note', 'note')], after: [] },
};

/** Details that are instants, and are written out. */
export const INSTANTS: readonly string[] = ['expires', 'at', 'closes'];
/** Details a sentence counts with. */
export const COUNTS: readonly string[] = ['days', 'answered', 'asked', 'number'];
