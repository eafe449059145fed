import {
  Notification,
  type NotificationType,
  type Priority,
} from '../../entities/notifications/notification.entity.ts';
import { fieldError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { UserRole } from '../kernel/roles.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import { notifyMany } from './notify.ts';
import { recipientsIn } from './recipients.ts';

export interface CreateAdminNotification extends Keyed {
  readonly audience: UserRole | 'EVERYONE';
  readonly title: string;
  readonly message: string;
  readonly type?: NotificationType | null;
  readonly priority?: Priority | null;
  readonly actionUrl?: string | null;
  readonly expiresAt?: Date | null;
}

export interface Broadcast {
  readonly id: string;
  readonly recipientCount: number;
}

async function broadcast(
  tx: Tx<'em' | 'now' | 'publish' | 'record'>,
  input: Omit<CreateAdminNotification, 'key'>,
): Promise<Broadcast> {
  const { audience, title, message, type, priority, actionUrl, expiresAt } = input;
  if (expiresAt && expiresAt <= tx.now) throw fieldError('input.expiresAt', 'future');
  const id = newId();
  const people = await recipientsIn(tx, audience);
  await notifyMany(
    tx,
    people.map(({ userId }) => ({
      userId,
      title,
      message,
      type: type ?? 'INFO',
      priority: priority ?? 'NORMAL',
      dedupeKey: `broadcast:${id}:${userId}`,
      ...(actionUrl && { actionUrl }),
      ...(expiresAt && { expiresAt }),
    })),
  );
  tx.record({
    action: 'ADMIN_NOTIFICATION_CREATED',
    severity: 'MEDIUM',
    targetType: 'notification',
    targetId: id,
    payload: { audience, recipients: people.length },
  });
  return { id, recipientCount: people.length };
}

/** How many it went to: each of them has a row of their own, by whose key it is known. */
async function foundAgain({ em }: Tx<'em'>, id: string): Promise<Broadcast> {
  return { id, recipientCount: await em.count(Notification, { dedupeKey: { $like: `broadcast:${id}:%` } }) };
}

/** An admin notifies all active users, or all active users of a role. */
export const createAdminNotification = keyed<'em' | 'now' | 'publish' | 'record', CreateAdminNotification, Broadcast>(
  'createAdminNotification',
  broadcast,
  foundAgain,
);
