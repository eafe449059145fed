/** Why an event was not read, or not as it was meant. */
export type SkipReason =
  'UNREADABLE' | 'NO_START' | 'END_BEFORE_START' | 'TOO_FREQUENT' | 'TOO_MANY_OCCURRENCES' | 'ZONE_UNKNOWN';

/** An event that is left out for its reason. */
export class Skipped extends Error {
  override name = 'Skipped';
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}
