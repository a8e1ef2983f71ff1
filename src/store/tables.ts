/**
 * The tables as Kysely sees them: the present, what is frozen (snapshots, definitions, publications, results of analyses), and the past
 * (change_log, append only). Instants are ISO texts in UTC, flags 0 or 1, bodies JSON: the same on every database.
 * Must never: be handed out of this room.
 */
import type { Generated, Kysely } from 'kysely';
import type { LinkPurpose } from '../core/workflow/change.js';
import type { Role } from '../core/workflow/roles.js';
import type { EditionStatus, SubmissionStatus } from '../core/workflow/statuses.js';
import type { Template } from './store.js';

/** A connection, or the transaction somebody is in. */
export type Work = Kysely<Tables>;

export interface Tables {
  readonly submission: SubmissionTable;
  readonly answer: OfSubmission & { readonly key: string; readonly answer: string; readonly at: string };
  readonly remark: OfSubmission & { readonly question: string; readonly remark: string };
  readonly evidence: OfSubmission & { readonly id: string; readonly evidence: string; readonly at: string };
  readonly assessment: OfSubmission & { readonly key: string; readonly assessment: string };
  readonly submission_snapshot: SnapshotTable;
  readonly edition: EditionTable;
  readonly definition_file: { readonly edition: string; readonly name: string; readonly text: string };
  readonly publication: PublicationTable;
  readonly robustness: RobustnessTable;
  readonly account: AccountTable;
  readonly role_grant: GrantTable;
  readonly link: LinkTable;
  readonly session: SessionTable;
  readonly outbox: OutboxTable;
  readonly change_log: ChangeLogTable;
  /** One row: the last line of the log. Who writes takes it first, so that lines follow each other. */
  readonly log_head: { readonly id: 1; readonly line: number; readonly hash: string };
}

interface OfSubmission {
  readonly edition: string;
  readonly country: string;
}

interface SubmissionTable extends OfSubmission {
  readonly revision: number;
  /** Instant of the last commit. */
  readonly saved_at: string;
  readonly status: SubmissionStatus;
  readonly reason: string | null;
  readonly asks_reopening: number;
}

interface SnapshotTable extends OfSubmission {
  readonly revision: number;
  readonly snapshot: string;
  readonly hash: string;
  readonly by: string;
  readonly at: string;
}

interface EditionTable {
  readonly id: string;
  readonly revision: number;
  readonly status: EditionStatus;
  readonly facts: string;
  readonly definition: string;
  readonly definition_hash: string;
  readonly countries: string;
  readonly groups: string;
  readonly main_group: string;
  readonly calendar: string;
}

interface PublicationTable {
  readonly edition: string;
  readonly number: number;
  readonly at: string;
  readonly note: string;
  readonly snapshot: string;
  readonly hash: string;
}

interface RobustnessTable {
  readonly edition: string;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly fingerprint: string;
  readonly result: string;
  readonly hash: string;
}

interface AccountTable {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  /** The address in the one form under which it is looked up. */
  readonly email_key: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly is_disabled: number;
}

interface GrantTable {
  readonly account: string;
  readonly role: Role;
  readonly edition: string;
  /** '' for the roles that work for no country. */
  readonly country: string;
  /** JSON; null for all of them. */
  readonly sections: string | null;
}

interface LinkTable {
  readonly token_hash: string;
  readonly account: string;
  readonly purpose: LinkPurpose;
  readonly expires: string;
  readonly used_at: string | null;
}

interface SessionTable {
  readonly id_hash: string;
  readonly account: string | null;
  readonly expires: string;
  readonly data: string;
}

interface OutboxTable {
  readonly id: Generated<number>;
  readonly once: string;
  readonly recipient: string;
  readonly template: Template;
  /** JSON; `{}` once the message was sent or given up. */
  readonly details: string;
  readonly queued_at: string;
  /** When it may be taken next; null once it was sent or given up. */
  readonly due_at: string | null;
  readonly attempts: number;
  readonly sent_at: string | null;
  readonly why: string | null;
}

interface ChangeLogTable {
  /** 1, 2, 3 … without a gap. */
  readonly id: number;
  /** The subject: an edition, an edition and a country, or an account; '' for what it has none of. */
  readonly edition: string;
  readonly country: string;
  readonly account: string;
  /** The revision the change led to. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  /** The change as JSON, in the form a log keeps. */
  readonly change: string;
  /** Hash of the line before. */
  readonly prev: string;
  readonly hash: string;
}
