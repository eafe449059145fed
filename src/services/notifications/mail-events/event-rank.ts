import type { DeliveryStatus } from '../../../entities/notifications/email-delivery.entity.ts';
import type { EmailEventKind } from '../../../entities/notifications/email-event.entity.ts';

/**
 * What each event makes of a mail, and how much it knows: events come late, twice and in any order, and the one that knows most stays. A
 * server may refuse a mail after it took it, and a person complains of one that they have.
 */
const meaningOf = {
  DEFERRED: { status: 'DEFERRED', rank: 1 },
  DELIVERED: { status: 'DELIVERED', rank: 2 },
  DROPPED: { status: 'DROPPED', rank: 3 },
  BLOCKED: { status: 'BOUNCED', rank: 3 },
  BOUNCED: { status: 'BOUNCED', rank: 3 },
  COMPLAINED: { status: 'COMPLAINED', rank: 4 },
  // Who unsubscribes has the mail.
  UNSUBSCRIBED: { status: 'DELIVERED', rank: 2 },
} as const satisfies Record<EmailEventKind, { status: DeliveryStatus; rank: number }>;

const rankOf = (status: DeliveryStatus): number =>
  Math.max(0, ...Object.values(meaningOf).flatMap((meaning) => (meaning.status === status ? [meaning.rank] : [])));

/** The provider has the mail: it was sent, or something became of it since. */
export const hasArrived = (status: DeliveryStatus): boolean => status === 'SENT' || rankOf(status) > 0;

/** What a mail is after these events; undefined when they say nothing new. One that was replaced stays so: another one counts. */
export function statusAfter(status: DeliveryStatus, kinds: readonly EmailEventKind[]): DeliveryStatus | undefined {
  if (status === 'REPLACED') return undefined;
  const [most] = kinds.map((kind) => meaningOf[kind]).toSorted((a, b) => b.rank - a.rank);
  return most !== undefined && most.rank > rankOf(status) ? most.status : undefined;
}
