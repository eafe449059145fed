import { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import type { UseCase } from '../platform/context.ts';

const dayMs = 24 * 3_600_000;

/**
 * Deletes the record of a mail to an address that must not be stored: once it was sent, or in any case a day after it
 * was queued. `false` while it is still waiting.
 */
export const forgetDelivery: UseCase<'em' | 'now', { readonly deliveryId: string }, boolean> = async (
  { em, now },
  { deliveryId },
) => {
  const delivery = await em.findOne(EmailDelivery, { id: deliveryId });
  if (delivery === null) return true;
  const isWaiting = delivery.status === 'QUEUED' || delivery.status === 'SENDING';
  if (isWaiting && now.getTime() - delivery.createdAt.getTime() < dayMs) return false;
  em.remove(delivery);
  return true;
};
