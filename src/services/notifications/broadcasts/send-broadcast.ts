import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { Broadcast } from '../../../entities/notifications/broadcast.entity.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx } from '../../platform/context.ts';
import { defineTask } from '../../platform/task.ts';
import { notificationMailOf } from '../emails/notification-mails.ts';
import { notifyMany } from '../notify.ts';
import { queueMail } from '../queue-mail.ts';
import { recipientsAfter, recipientsOf, type Recipient } from '../recipients.ts';

const payload = z.object({ broadcastId: z.uuid() });

/** The next people of a broadcast; each batch queues the one after it. */
export const sendBroadcastTask = defineTask('notifications.send-broadcast', payload, { priority: 140 });

/** People in one transaction. */
export const broadcastBatch = 200;

export type Broadcasting = Tx<'em' | 'now' | 'publish' | 'enqueue'>;

/**
 * Notifies the next people of a broadcast, in one transaction, which also says how far it has come: a process that is killed has notified
 * all of them or none, and whoever goes on begins after the last one. What was taken back ends.
 */
export async function sendBroadcast(
  tx: Broadcasting,
  { broadcastId }: { readonly broadcastId: string },
): Promise<void> {
  const broadcast = await tx.em.findOne(
    Broadcast,
    { id: broadcastId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (broadcast === null || broadcast.withdrawnAt !== null || broadcast.completedAt !== null) return;
  const { people, lastId } = await nextPeople(tx, broadcast);
  await notifyAll(tx, broadcast, people);
  crashPoint('broadcast-notified');
  await mailAll(tx, broadcast, people);
  crashPoint('broadcast-mailed');
  if (lastId === null) {
    Object.assign(broadcast, { completedAt: tx.now, namedIds: null });
    return;
  }
  broadcast.reachedId = lastId;
  tx.enqueue(sendBroadcastTask, { broadcastId }, { dedupeKey: `${sendBroadcastTask.kind}:${broadcastId}:${lastId}` });
}

interface NextPeople {
  readonly people: readonly Recipient[];
  /** The last of a batch that others follow; null at the end. */
  readonly lastId: string | null;
}

/** In the order of their ids; of those who were there when it was sent. */
async function nextPeople(
  tx: Broadcasting,
  { audience, reachedId, createdAt, namedIds }: Broadcast,
): Promise<NextPeople> {
  const after = reachedId ?? '';
  if (audience === 'NAMED') return nextNamed(tx, namedIds ?? [], after);
  const people = await recipientsAfter(tx, audience, { after, until: createdAt, limit: broadcastBatch });
  return { people, lastId: lastOf(people.map(({ userId }) => userId)) };
}

async function nextNamed(tx: Broadcasting, named: readonly string[], after: string): Promise<NextPeople> {
  const ids = named.filter((id) => id > after).toSorted();
  const batch = ids.slice(0, broadcastBatch);
  return { people: [...(await recipientsOf(tx, batch)).values()], lastId: lastOf(batch) };
}

/** Others may follow a whole batch only. */
const lastOf = (batch: readonly string[]): string | null =>
  batch.length < broadcastBatch ? null : (batch.at(-1) ?? null);

/** `<this>:<person>`: their notification, and their mail. */
const keyOf = ({ id }: Broadcast, { userId }: Recipient): string => `broadcast:${id}:${userId}`;

const notifyAll = (tx: Broadcasting, broadcast: Broadcast, people: readonly Recipient[]): Promise<void> => {
  const { title, message, type, priority, actionUrl, expiresAt, isByMail: isMailed } = broadcast;
  const shared = { title, message, type, priority, isMailed, ...(actionUrl && { actionUrl }) };
  return notifyMany(
    tx,
    people.map((person) => ({
      ...{ ...shared, userId: person.userId, dedupeKey: keyOf(broadcast, person) },
      ...(expiresAt && { expiresAt }),
    })),
  );
};

async function mailAll(tx: Broadcasting, broadcast: Broadcast, people: readonly Recipient[]): Promise<void> {
  const { title, message, type, priority, actionUrl, isByMail } = broadcast;
  if (!isByMail) return;
  for (const person of people)
    await queueMail(tx, {
      template: notificationMailOf(person.role, type),
      recipient: person,
      locale: person.locale,
      data: { firstName: person.firstName, title, message, actionPath: actionUrl ?? '/notifications' },
      priority,
      isOwed: type === 'SECURITY',
      dedupeKey: keyOf(broadcast, person),
    });
}
