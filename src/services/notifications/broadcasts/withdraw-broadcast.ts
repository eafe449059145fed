import { LockMode } from '@mikro-orm/core';
import { Broadcast } from '../../../entities/notifications/broadcast.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { broadcastRow, type BroadcastRow } from './list-broadcasts.ts';
import { withdrawNotifications } from '../withdraw-notifications.ts';

/** Takes a broadcast back: nobody sees it any more, and its mails that have not left do not. NOT_FOUND; twice is the same as once. */
export async function withdrawBroadcast(
  tx: Tx<'em' | 'now' | 'publish' | 'record'>,
  { id }: { readonly id: string },
): Promise<BroadcastRow> {
  // A batch that is on its way ends first; there is none after it.
  const found = await tx.em.findOne(Broadcast, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (found === null) throw new DomainError('NOT_FOUND');
  if (found.withdrawnAt !== null) return rowOf(found);
  Object.assign(found, { withdrawnAt: tx.now, namedIds: null });
  await withdrawNotifications(tx, `broadcast:${id}`);
  // Its mails, and what waits for a digest of those to whom it is not shown.
  for (const key of [`broadcast:${id}:`, `unshown:broadcast:${id}:`])
    await writing(tx.em)
      .db.deleteFrom('email_delivery')
      .where('dedupe_key', '>=', key)
      .where('dedupe_key', '<', `${key}g`)
      .where('status', 'in', ['HELD', 'QUEUED'])
      .execute();
  tx.record({ action: 'NOTIFICATION_WITHDRAWN', targetType: 'notification', targetId: id });
  return rowOf(found);
}

function rowOf(found: Broadcast): BroadcastRow {
  const { id, audience, title, message, type, priority, recipientCount, isByMail } = found;
  const { createdAt, expiresAt, withdrawnAt, completedAt } = found;
  return broadcastRow({
    ...{ id, audience, title, message, type, priority, recipientCount, isByMail },
    ...{ createdAt, expiresAt, withdrawnAt, completedAt },
  });
}
