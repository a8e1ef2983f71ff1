/**
 * Uploaded evidence as files in a folder beside the database, under random names without an ending. Written aside, synced, then moved
 * into place, so that a name in the database always has its whole content.
 * Must never: take a name from outside, be served as a page.
 */
export interface EvidenceFiles {
  /** Keeps the content and tells the name it is kept under. */
  readonly keep: (content: Buffer) => Promise<string>;
  /** Undefined where there is none. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
}
