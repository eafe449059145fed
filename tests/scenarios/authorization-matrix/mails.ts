/** What was mailed and broadcast: a mail that failed with an event, an address that gets none, a broadcast. */
import { Broadcast } from '../../../src/entities/notifications/broadcast.entity.ts';
import { EmailDelivery } from '../../../src/entities/notifications/email-delivery.entity.ts';
import { EmailEvent } from '../../../src/entities/notifications/email-event.entity.ts';
import { EmailSuppression } from '../../../src/entities/notifications/email-suppression.entity.ts';
import { fingerprint } from '../../../src/services/kernel/ids.ts';
import { QuietHours } from '../../../src/entities/notifications/notification-preference.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** Which of them, and of the notifications, an id means. */
export const idsOfMails = {
  'MarkNotificationReadInput.id': 'notification',
  'DeleteNotificationInput.id': 'notification',
  'MarkNotificationsReadInput.ids': 'notification',
  'CreateAdminNotificationInput.userIds': 'user',
  'WithdrawBroadcastInput.id': 'broadcast',
  'Query.emailDelivery(id)': 'failedEmail',
  'RetryEmailInput.id': 'failedEmail',
  'EmailDeliveryFilterInput.recipientId': 'user',
  'LiftSuppressionInput.id': 'suppression',
} as const;

/** Which of them a text names. */
export const valuesOfMails = { 'Query.previewEmailTemplate(name)': 'activation' } as const;

export function makeMails(em: EntityManager, customerId: string, now: Date) {
  const delivery = em.create(EmailDelivery, {
    ...{ recipient: customerId, toEmail: `${customerId}@example.org`, toName: 'Camille', template: 'welcome' },
    ...{ locale: 'fr', data: {}, status: 'FAILED', attempts: 8, lastError: '550', suppression: 'BOUNCE', sentAt: now },
    dedupeKey: `matrix:${customerId}`,
  });
  em.create(EmailEvent, { delivery, providerEventId: customerId, kind: 'DEFERRED', at: now, reason: '450' });
  const suppression = em.create(EmailSuppression, {
    ...{ addressHash: fingerprint(customerId).slice(0, 43), address: `${customerId}@example.net`, since: now },
    ...{ scope: 'EVERYTHING', reason: 'BOUNCE', source: 'EVENT' },
  });
  em.create(QuietHours, { user: customerId, from: '22:00', to: '07:00', weekdays: '12345', timeZone: 'Europe/Paris' });
  const broadcast = em.create(Broadcast, {
    ...{ audience: 'EVERYONE', title: 'Une panne', message: 'Dimanche.', type: 'SYSTEM', priority: 'NORMAL' },
    ...{ recipientCount: 1, expiresAt: new Date('2030-01-01'), withdrawnAt: null, actionUrl: '/', completedAt: now },
  });
  return { failedEmail: delivery.id, suppression: suppression.id, broadcast: broadcast.id };
}
