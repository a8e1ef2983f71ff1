/**
 * The states and what leads from one to another, as typed tables. Permission reads them, decisions read them, and the
 * diagrams of docs/workflow.md are drawn from them. An action without a line here may be taken in every state.
 * Must never: say who may (rights do).
 */
import type { EditionAction, SubmissionAction } from './actions.js';
import type { EditionStatus, SubmissionStatus } from './statuses.js';

export interface SubmissionTransition {
  readonly action: SubmissionAction;
  readonly from: SubmissionStatus;
  readonly to: SubmissionStatus;
  /** Statuses of the edition in which this may happen. */
  readonly during: readonly EditionStatus[];
  /** Only before the collection closes. */
  readonly byDeadline?: true;
  /** Only where the secretariat has given the submission back: returned, reopened or readmitted it. */
  readonly givenBack?: true;
}

export interface EditionTransition {
  readonly action: EditionAction;
  readonly from: EditionStatus;
  readonly to: EditionStatus;
  readonly word: string;
}

const ANSWERING: readonly EditionStatus[] = ['collecting', 'validating'];
/** Also what a correction of a published edition needs. */
const CHECKING: readonly EditionStatus[] = ['collecting', 'validating', 'previewing', 'published'];

export const SUBMISSION_TRANSITIONS: readonly SubmissionTransition[] = [
  ...filling('record-answer'),
  ...filling('attach-evidence'),
  { action: 'submit', from: 'in-progress', to: 'submitted', during: ['collecting'], byDeadline: true },
  { action: 'submit', from: 'in-progress', to: 'submitted', during: ANSWERING, givenBack: true },
  { action: 'submit', from: 'returned', to: 'submitted', during: ANSWERING },
  ...staying('ask-reopening', ['submitted', 'in-validation', 'validated', 'signed-off'], ANSWERING),
  { action: 'reopen', from: 'submitted', to: 'in-progress', during: ANSWERING },
  { action: 'reopen', from: 'validated', to: 'in-validation', during: CHECKING },
  { action: 'reopen', from: 'signed-off', to: 'in-validation', during: CHECKING },
  { action: 'begin-validation', from: 'submitted', to: 'in-validation', during: CHECKING },
  { action: 'return', from: 'in-validation', to: 'returned', during: ANSWERING },
  { action: 'assess', from: 'submitted', to: 'in-validation', during: CHECKING },
  ...staying('assess', ['in-validation'], CHECKING),
  { action: 'validate', from: 'submitted', to: 'validated', during: CHECKING },
  { action: 'validate', from: 'in-validation', to: 'validated', during: CHECKING },
  { action: 'sign-off', from: 'validated', to: 'signed-off', during: CHECKING },
  ...excluding('not-started', 'in-progress', 'submitted', 'in-validation', 'returned', 'validated'),
  { action: 'readmit', from: 'excluded', to: 'in-progress', during: ANSWERING },
];

export const EDITION_TRANSITIONS: readonly EditionTransition[] = [
  { action: 'open-edition', from: 'preparing', to: 'collecting', word: 'open' },
  { action: 'open-edition', from: 'collecting', to: 'validating', word: 'close the collection' },
  { action: 'open-edition', from: 'validating', to: 'collecting', word: 'extend' },
  { action: 'open-edition', from: 'validating', to: 'previewing', word: 'preview' },
  { action: 'open-edition', from: 'previewing', to: 'validating', word: 'take back' },
  { action: 'publish', from: 'previewing', to: 'published', word: 'publish' },
  { action: 'publish', from: 'published', to: 'published', word: 'publish a correction' },
  // Wherever there are results, published or provisional.
  ...CHECKING.map((status) => ({ action: 'analyse', from: status, to: status, word: 'analyse' }) as const),
];

/** Where the action leads a submission from this status; undefined where it leads nowhere. */
export function submissionAfter(action: SubmissionAction, from: SubmissionStatus): SubmissionStatus | undefined {
  return SUBMISSION_TRANSITIONS.find((line) => line.action === action && line.from === from)?.to;
}

function filling(action: SubmissionAction): readonly SubmissionTransition[] {
  const to = 'in-progress';
  return [
    { action, from: 'not-started', to, during: ['collecting'], byDeadline: true },
    { action, from: 'in-progress', to, during: ['collecting'], byDeadline: true },
    { action, from: 'in-progress', to, during: ANSWERING, givenBack: true },
    { action, from: 'returned', to, during: ANSWERING },
  ];
}

function staying(
  action: SubmissionAction,
  statuses: readonly SubmissionStatus[],
  during: readonly EditionStatus[],
): readonly SubmissionTransition[] {
  return statuses.map((status) => ({ action, from: status, to: status, during }));
}

function excluding(...statuses: readonly SubmissionStatus[]): readonly SubmissionTransition[] {
  return statuses.map((from) => ({ action: 'exclude', from, to: 'excluded', during: CHECKING }));
}
