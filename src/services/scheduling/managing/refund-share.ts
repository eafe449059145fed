import type { Tier } from '../../../entities/scheduling/booking.entity.ts';

const hourMs = 3_600_000;

/** How much of the deposit comes back to a customer who cancels now, in percent: by the earliest tier that is reached; nothing after the last. */
export function refundPercent(tiers: readonly Tier[], startsAt: Date, now: Date): number {
  const left = startsAt.getTime() - now.getTime();
  const reached = tiers.filter(({ hoursBefore }) => left >= hoursBefore * hourMs);
  return reached.reduce((best, tier) => (tier.hoursBefore > best.hoursBefore ? tier : best), none).refundPercent;
}

const none: Tier = { hoursBefore: -1, refundPercent: 0 };

interface Paid {
  readonly depositCents: number;
  readonly takenCents: number;
  /** What of it is still here. */
  readonly leftCents: number;
}

/**
 * That share of the deposit, half up to the cent, without what has gone back of it before; never more than is left. What was paid beyond a
 * deposit that was lowered has gone back as such.
 */
export function shareCents(percent: number, { depositCents, takenCents, leftCents }: Paid): number {
  const share = Math.floor((depositCents * percent + 50) / 100);
  return Math.min(leftCents, Math.max(0, share - (Math.min(takenCents, depositCents) - leftCents)));
}
