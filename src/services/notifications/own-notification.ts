import { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx } from '../platform/context.ts';

/** The actor's own notification, unless it was deleted; another person's does not exist for them. */
export async function ownNotification({ em, actor }: Tx<'em' | 'actor'>, id: string): Promise<Notification> {
  const found = isId(id) ? await em.findOne(Notification, { id, user: personOf(actor), deletedAt: null }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}
