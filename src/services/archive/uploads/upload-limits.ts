/** How long an upload waits for its next byte. */
export const idleMs = 7 * 86_400_000;

/** Uploads of one person, or program, that are under way at a time. */
export const mostLive = 20;

/** More pieces than that come from a connection of no use: it begins again. */
export const mostSegments = 4_096;

/** When bytes that arrive are made durable: what a kill costs is a few seconds of sending. */
export interface SegmentRule {
  readonly afterMs: number;
  readonly leastBytes: number;
  /** How often it is shown what has arrived. */
  readonly showMs: number;
}

export const usualSegments: SegmentRule = { afterMs: 5_000, leastBytes: 2 ** 20, showMs: 500 };

/** Large files have large segments, so that they never have more than half of the most. */
export const leastSegment = (rule: SegmentRule, size: number): number =>
  Math.max(rule.leastBytes, Math.ceil((size * 2) / mostSegments));

/** When an upload that nobody continues expires. */
export const uploadEndsAt = ({ lastActiveAt }: { readonly lastActiveAt: Date }): Date =>
  new Date(lastActiveAt.getTime() + idleMs);
