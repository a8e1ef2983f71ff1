/**
 * The messages as tables: which sentences a template has, in which order, and which details a sentence cannot do without. The
 * wording stands in views/texts/<locale>/mail.yaml.
 * Must never: hold a sentence.
 */
import type { Template } from '../store/store.js';

/** A paragraph is left out where one of the details it needs was not given. */
export interface Paragraph {
  readonly key: string;
  readonly needs: readonly string[];
}

export interface Letter {
  readonly subject: string;
  /** What stands before the link. */
  readonly before: readonly Paragraph[];
  /** What the link is for. */
  readonly action: string;
  readonly after: readonly Paragraph[];
}

const says = (key: string, ...needs: readonly string[]): Paragraph => ({ key, needs });

export const LETTERS: Readonly<Record<Template, Letter>> = {
  invitation: {
    subject: 'mail.invitation.subject',
    before: [
      says('mail.invitation.lead'),
      says('mail.invitation.role', 'role'),
      says('mail.invitation.edition', 'edition'),
      says('mail.invitation.expires', 'expires'),
    ],
    action: 'mail.invitation.action',
    after: [says('mail.invitation.unasked')],
  },
  reset: {
    subject: 'mail.reset.subject',
    before: [says('mail.reset.lead'), says('mail.reset.expires', 'expires')],
    action: 'mail.reset.action',
    after: [says('mail.reset.unasked')],
  },
  deadline: {
    subject: 'mail.deadline.subject',
    before: [
      says('mail.deadline.lead', 'closes', 'days'),
      says('mail.deadline.progress', 'answered', 'asked'),
      says('mail.deadline.late'),
    ],
    action: 'mail.deadline.action',
    after: [],
  },
  receipt: {
    subject: 'mail.receipt.subject',
    before: [says('mail.receipt.lead', 'at'), says('mail.receipt.kept', 'hash'), says('mail.receipt.next')],
    action: 'mail.receipt.action',
    after: [],
  },
  returned: {
    subject: 'mail.returned.subject',
    before: [
      says('mail.returned.lead'),
      says('mail.returned.said', 'reason'),
      says('mail.returned.next'),
      says('mail.returned.closes', 'closes'),
    ],
    action: 'mail.returned.action',
    after: [],
  },
  reopened: {
    subject: 'mail.reopened.subject',
    before: [
      says('mail.reopened.lead'),
      says('mail.reopened.said', 'reason'),
      says('mail.reopened.next'),
      says('mail.reopened.closes', 'closes'),
    ],
    action: 'mail.reopened.action',
    after: [],
  },
  published: {
    subject: 'mail.published.subject',
    before: [says('mail.published.lead'), says('mail.published.note', 'note')],
    action: 'mail.published.action',
    after: [],
  },
};

/** Details that are instants, and are written out. */
export const INSTANTS: readonly string[] = ['expires', 'at', 'closes'];
/** Details a sentence counts with. */
export const COUNTS: readonly string[] = ['days', 'answered', 'asked', 'number'];
