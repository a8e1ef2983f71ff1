/**
 * The store's interface: coarse reads that return whole things, and one write. Asynchronous, so that a file and a server
 * look alike. One Kysely implementation stands behind it.
 * Must never: decide anything, hand out a row, be mocked.
 */
import type { Outcome } from '../core/problem.js';
import type { Answers } from '../core/survey/answers.js';
import type { Change, EditionFactsSet, EditionGroup, FrozenDefinition, LinkPurpose } from '../core/workflow/change.js';
import type { Grant } from '../core/workflow/roles.js';
import type {
  Assessment,
  Calendar,
  EditionStatus,
  Evidence,
  Remark,
  SubmissionStatus,
} from '../core/workflow/statuses.js';

export interface Store {
  /** A country's body of answers in an edition; revision 0 and no answers where nothing was recorded yet. */
  readonly submission: (edition: string, country: string) => Promise<Submission>;
  /** All submissions of an edition that have begun, sorted by country code. */
  readonly submissions: (edition: string) => Promise<readonly Submission[]>;
  /** Changes with each commit that touches the edition or one of its submissions: what is derived from it may be kept until then. */
  readonly editionRevision: (edition: string) => Promise<number>;
  /** What happened to a subject, newest first. */
  readonly history: (subject: Subject) => Promise<readonly LoggedChange[]>;
  /** Data points whose answers and questions whose remarks were changed after a revision of the submission. */
  readonly changedSince: (edition: string, country: string, revision: number) => Promise<ReadonlySet<string>>;
  /** What countries have submitted, newest first. */
  readonly snapshots: (edition: string, country: string) => Promise<readonly KeptSnapshot[]>;
  /** Editions that are run here, by id. */
  readonly editions: () => Promise<readonly KeptEdition[]>;
  /** Changes with each commit to an edition itself or its robustness (not to its submissions): what `editions`, `publications` and `robustness` say may be kept until then. */
  readonly editionsRevision: () => Promise<number>;
  /** Publications of an edition, newest first. */
  readonly publications: (edition: string) => Promise<readonly Publication[]>;
  /** Robustness results of an edition of any kind, newest first, without their bodies: each of whatever its round was then. */
  readonly robustness: (edition: string) => Promise<readonly KeptRobustness[]>;
  /** The body of one of them, JSON. */
  readonly robustnessResult: (edition: string, number: number) => Promise<string | undefined>;
  /** The account with this id or e-mail address (in any case). */
  readonly account: (by: { readonly id: string } | { readonly email: string }) => Promise<Account | undefined>;
  readonly accounts: () => Promise<readonly Account[]>;
  /** A link that was issued: whose, what for, until when, and whether it was used. */
  readonly link: (tokenHash: string) => Promise<IssuedLink | undefined>;
  /** Atomic, logged, and refused with `stale-revision` when the subject has moved on. */
  readonly commit: (changes: readonly Change[], stamp: Stamp) => Promise<Outcome<{ readonly revision: number }>>;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  /**
   * Walks the whole log and tells the first line whose hash does not follow from the one before it, or what of the present does not
   * follow from the log. `head` is the hash of the last line: who keeps it elsewhere and gives it again can tell a log that was
   * written anew.
   */
  readonly verifyLog: (head?: string) => Promise<Outcome<{ readonly lines: number; readonly head: string }>>;
  readonly close: () => Promise<void>;
}

/** What a revision belongs to. */
export type Subject =
  | { readonly kind: 'submission'; readonly edition: string; readonly country: string }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'account'; readonly account: string }
  /** Its revision is the number of its last result. */
  | { readonly kind: 'robustness'; readonly edition: string };

export interface Submission {
  readonly edition: string;
  readonly country: string;
  readonly revision: number;
  readonly status: SubmissionStatus;
  readonly answers: Answers;
  /** By question id. */
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly evidence: readonly Evidence[];
  /** By data point. */
  readonly assessments: Readonly<Record<string, Assessment>>;
  /** Why it was returned, reopened or excluded, or what its country asks reopening for: the words that go with the last such change. */
  readonly reason?: string;
  /** Whether the country has asked for reopening since it submitted. */
  readonly asksReopening: boolean;
  /** ISO instant of the last change; absent before the first. */
  readonly savedAt?: string;
  /** ISO instant of the last change of each answer, by data point. */
  readonly answeredAt: Readonly<Record<string, string>>;
}

export interface KeptSnapshot {
  readonly answers: Answers;
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly evidence: readonly Evidence[];
  readonly hash: string;
  readonly by: string;
  readonly at: string;
}

export interface KeptEdition {
  readonly id: string;
  readonly revision: number;
  readonly status: EditionStatus;
  readonly facts: EditionFactsSet;
  readonly definition: FrozenDefinition;
  readonly countries: readonly string[];
  readonly groups: readonly EditionGroup[];
  readonly mainGroup: string;
  readonly calendar: Calendar;
}

interface Publication {
  readonly number: number;
  readonly at: string;
  readonly note: string;
  /** Canonical JSON, and its sha-256. */
  readonly snapshot: string;
  readonly hash: string;
}

export interface KeptRobustness {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** sha-256 of the round it was computed from. */
  readonly fingerprint: string;
  /** sha-256 of its body. */
  readonly hash: string;
}

export interface Account {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string;
  /** Absent until the invitation was taken up. */
  readonly passwordHash?: string;
  readonly isDisabled: boolean;
  readonly grants: readonly Grant[];
}

interface IssuedLink {
  readonly account: string;
  readonly purpose: LinkPurpose;
  readonly expires: string;
  readonly isUsed: boolean;
}

/**
 * Who (id of an account, or a name of the house such as `demonstration`), when (ISO instant), on what revision of the subject the
 * change was based, and the messages that go out because of it, in the same write.
 */
export interface Stamp {
  readonly subject: Subject;
  readonly by: string;
  readonly at: string;
  readonly expecting: number;
  readonly messages?: readonly Message[];
}

export interface LoggedChange {
  /** As it happened, without what a log must not keep (hashes of secrets, texts of files, bodies of snapshots). */
  readonly change: Change;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

/** A message to one person. The same `once` is never queued again, whatever is repeated. */
export interface Message {
  readonly once: string;
  readonly to: string;
  readonly template: Template;
  /** What the template needs; may hold a link with a secret, and is forgotten once the message was sent. */
  readonly details: Readonly<Record<string, string>>;
}

export const TEMPLATES = ['invitation', 'reset', 'deadline', 'receipt', 'returned', 'reopened', 'published'] as const;
export type Template = (typeof TEMPLATES)[number];

export interface QueuedMessage extends Message {
  readonly id: number;
  readonly queuedAt: string;
  readonly attempts: number;
}

export interface Outbox {
  /** Queues a message that no change goes with (an approaching deadline); false where the same was queued before. */
  readonly queue: (message: Message, at: string) => Promise<boolean>;
  /** Takes the messages that are due under a lease, so that no other worker sends them meanwhile. */
  readonly take: (at: string, leaseUntil: string, most: number) => Promise<readonly QueuedMessage[]>;
  readonly sent: (id: number, at: string) => Promise<void>;
  /** To be tried again at `again`; given up for good where that is absent. */
  readonly failed: (id: number, why: string, again?: string) => Promise<void>;
  /** The last messages, newest first, without their details. */
  readonly list: (most: number) => Promise<readonly ListedMessage[]>;
}

export interface ListedMessage {
  readonly id: number;
  readonly to: string;
  readonly template: Template;
  readonly queuedAt: string;
  readonly sentAt?: string;
  readonly attempts: number;
  readonly why?: string;
}

/** Sessions by the hash of their id: who reads the file cannot take one over. */
export interface Sessions {
  readonly read: (idHash: string, at: string) => Promise<KeptSession | undefined>;
  readonly write: (idHash: string, session: KeptSession) => Promise<void>;
  /** Writes a session that is there; one that was ended meanwhile stays ended. */
  readonly touch: (idHash: string, session: KeptSession) => Promise<void>;
  readonly remove: (idHash: string) => Promise<void>;
  /** Takes away what has expired. */
  readonly sweep: (at: string) => Promise<void>;
}

export interface KeptSession {
  readonly account?: string;
  readonly expires: string;
  /** JSON, as the session middleware keeps it. */
  readonly data: string;
}
