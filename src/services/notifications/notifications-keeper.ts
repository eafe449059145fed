import { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import { Notification } from '../../entities/notifications/notification.entity.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { PersonKeeper } from '../platform/ports.ts';

/** What the bell showed and the mails that were sent: both go. */
export const notificationsKeeper: PersonKeeper = {
  holdings: async ({ db }, userId) => {
    const notifications = await db.selectFrom('notification').select(({ fn }) => fn.countAll().as('n')).where('user_id', '=', userId).executeTakeFirst();
    const mails = await db.selectFrom('email_delivery').select(({ fn }) => fn.countAll().as('n')).where('recipient_id', '=', userId).executeTakeFirst();
    return [
      { record: 'NOTIFICATIONS', count: numberFrom(notifications?.n), fate: 'DELETED' },
      { record: 'MAILS', count: numberFrom(mails?.n), fate: 'DELETED' },
    ];
  },
  forget: async ({ em }, userId) => {
    await em.nativeDelete(Notification, { user: userId });
    await em.nativeDelete(EmailDelivery, { recipient: userId });
  },
};
