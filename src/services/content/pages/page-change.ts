/** What a change of a page answers. */
export interface PageChange {
  readonly pageId: string;
  /** What was taken out of the text. */
  readonly removed: readonly string[];
  /** Something is planned, of an earlier version: what was written now is published only when it is scheduled again. */
  readonly needsScheduling: boolean;
}

/** A page in the version that somebody saw. */
export interface SeenPage {
  readonly id: string;
  /** The version of its row, as it was read. */
  readonly version: number;
}
