import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { notificationMailOf } from '../emails/notification-mails.ts';
import type { NotificationRequest } from '../notify.ts';
import { unshownKey } from './held-mails.ts';
import { insertDeliveries } from '../queue-mail.ts';
import { recipientsOf } from '../recipients.ts';

/** What somebody wants in the digest and not in the application: it waits as the mail that it would be. */
export async function holdUnshown(tx: Tx<'em' | 'now'>, requests: readonly NotificationRequest[]): Promise<void> {
  if (requests.length === 0) return;
  const people = await recipientsOf(
    tx,
    requests.map(({ userId }) => userId),
  );
  const deliveries = requests.flatMap(({ userId, type, title, message, actionUrl, dedupeKey }) => {
    const person = people.get(userId);
    if (person === undefined) return [];
    return {
      id: newId(),
      template: notificationMailOf(person.role, type ?? 'INFO'),
      recipient: person,
      locale: person.locale,
      data: { firstName: person.firstName, title, message, actionPath: actionUrl ?? '/notifications' },
      dedupeKey: unshownKey(dedupeKey),
      choice: { kind: 'held', heldFor: 'DIGEST', heldUntil: null } as const,
    };
  });
  if (deliveries.length > 0) await insertDeliveries(tx, deliveries);
}
