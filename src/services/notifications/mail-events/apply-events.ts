import type { EmailDelivery } from '../../../entities/notifications/email-delivery.entity.ts';
import { EmailEvent } from '../../../entities/notifications/email-event.entity.ts';
import type { MailWish } from '../../kernel/mail-wishes.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { lockDelivery } from '../delivery-attempts.ts';
import { endDelivery } from '../record-outcome.ts';
import { addressHashOf } from '../suppressions/address-hash.ts';
import { emailBounced } from '../suppressions/events.ts';
import { suppress } from '../suppressions/suppress.ts';
import { statusAfter } from './event-rank.ts';
import type { applyMailEventsTask } from './receive-events.ts';

type Needs = 'run' | 'derived' | 'mailer';

/** Brings mails to what the provider said of them, one transaction each: whatever the order and the number of its events. */
export const applyMailEvents: Operation<Needs, PayloadOf<typeof applyMailEventsTask>, void> = async (
  { run, derived, mailer }: Pick<AppContext, Needs>,
  { deliveryIds },
) => {
  for (const deliveryId of deliveryIds)
    await run(applyToOne, {
      deliveryId,
      hashOf: (address) => addressHashOf(derived, address),
      wishOf: (template) => mailer.mails[template]?.wish,
    });
};

interface Applying {
  readonly deliveryId: string;
  readonly hashOf: (address: string) => string;
  readonly wishOf: (template: string) => MailWish | undefined;
}

async function applyToOne(
  tx: Tx<'em' | 'now' | 'emit' | 'enqueue' | 'record'>,
  { deliveryId, hashOf, wishOf }: Applying,
): Promise<void> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery === null) return;
  const events = await tx.em.find(EmailEvent, { delivery: deliveryId }, { orderBy: { at: 'asc', id: 'asc' } });
  const status = statusAfter(
    delivery.status,
    events.map(({ kind }) => kind),
  );
  if (status !== undefined)
    await endDelivery(tx, delivery, { status, sentAt: delivery.sentAt ?? tx.now, lastError: reasonOf(events) });
  // What was applied once is not applied again: an admin may have lifted the suppression since.
  for (const event of events.filter(({ appliedAt }) => appliedAt === null)) {
    event.appliedAt = tx.now;
    await suppressFor(tx, event, { delivery, addressHash: hashOf(delivery.toEmail), wish: wishOf(delivery.template) });
  }
}

const reasonOf = (events: readonly EmailEvent[]): string | null =>
  events.findLast(({ reason, kind }) => reason !== null && kind !== 'DELIVERED')?.reason ?? null;

interface Addressed {
  readonly delivery: EmailDelivery;
  readonly addressHash: string;
  readonly wish: MailWish | undefined;
}

async function suppressFor(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { kind, at: since }: EmailEvent,
  { delivery: { id: deliveryId, toEmail: address }, addressHash, wish }: Addressed,
): Promise<void> {
  const of = { addressHash, address, since, source: 'EVENT' } as const;
  if (kind === 'BOUNCED') {
    tx.emit(emailBounced, { deliveryId });
    await suppress(tx, { ...of, scope: 'EVERYTHING', reason: 'BOUNCE' });
  } else if (kind === 'COMPLAINED') await suppress(tx, { ...of, scope: 'EVERYTHING', reason: 'COMPLAINT' });
  // Of what they are owed nobody can unsubscribe.
  else if (kind === 'UNSUBSCRIBED' && wish !== undefined)
    await suppress(tx, { ...of, scope: wish, reason: 'UNSUBSCRIBE' });
}
