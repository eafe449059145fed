import type { SuppressionReason } from '../../../entities/notifications/email-suppression.entity.ts';
import type { Tx } from '../../platform/context.ts';
import type { AnyMail } from '../mail/definition.ts';
import { isNext, lockDelivery, type Attempt } from '../delivery-attempts.ts';
import { notifyMany } from '../notify.ts';
import { endDelivery } from '../record-outcome.ts';
import { recipientsIn } from '../recipients.ts';
import type { NotificationWords } from '../words.ts';

const words: NotificationWords<{ template: string }> = {
  fr: ({ template }) => ({
    title: 'Une adresse ne reçoit plus nos e-mails',
    message: `Un e-mail «\u00a0${template}\u00a0» n’est pas parti\u00a0: son adresse refuse nos messages. Prévenez la personne autrement, puis corrigez l’adresse ou levez le blocage.`,
  }),
  en: ({ template }) => ({
    title: 'An address gets no e-mails from us any more',
    message: `A “${template}” mail was not sent: its address refuses our mails. Reach the person otherwise, then mend the address or lift the suppression.`,
  }),
};

interface Suppressed extends Attempt {
  readonly reason: SuppressionReason;
  readonly mail: AnyMail | undefined;
}

/** A mail that is not sent, since its address gets none. The admins are notified, unless it is of a kind that nobody is owed. */
export async function endSuppressed(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish'>,
  { deliveryId, attempt, reason, mail }: Suppressed,
): Promise<void> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery === null || !isNext(delivery, attempt)) return;
  await endDelivery(tx, delivery, { status: 'SUPPRESSED', suppression: reason });
  if (mail?.wish !== undefined) return;
  const admins = await recipientsIn(tx, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...words[locale]({ template: delivery.template }),
      userId,
      type: 'WARNING',
      priority: 'HIGH',
      data: { deliveryId, template: delivery.template },
      groupKey: 'mail-suppressed',
      dedupeKey: `mail-suppressed:${deliveryId}:${userId}`,
    })),
  );
}
