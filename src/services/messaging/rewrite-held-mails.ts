import { Message } from '../../entities/messaging/message.entity.ts';
import { withdrawHeldMails } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { mailsBegin } from './mailed-marks.ts';
import { mailUnreadTask } from './tasks/definitions.ts';

/**
 * Mails about a message that was edited or deleted, and that wait for the end of quiet hours or for a digest, would say what it said:
 * they are written again, where something is left to say.
 */
export async function rewriteHeldMails(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  { id, seq, conversation: { id: conversationId } }: Pick<Message, 'id' | 'seq' | 'conversation'>,
): Promise<void> {
  await tx.em.flush();
  const userIds = await withdrawHeldMails(tx, { keyBegins: mailsBegin(conversationId), from: seq });
  if (userIds.length === 0) return;
  // What is looked for is everything unread; a message says only where. The last one, and the first in case that one goes too.
  const said = {
    conversation: conversationId,
    audience: 'ALL',
    deletedAt: null,
    type: { $ne: 'SYSTEM_MESSAGE' },
  } as const;
  const [last] = await tx.em.find(Message, said, { orderBy: { seq: 'desc' }, limit: 1 });
  const [first] = await tx.em.find(Message, said, { orderBy: { seq: 'asc' }, limit: 1 });
  if (last === undefined || first === undefined) return;
  for (const messageId of new Set([last.id, first.id]))
    for (const userId of userIds)
      tx.enqueue(
        mailUnreadTask,
        { messageId, userId, isNextDay: true },
        { dedupeKey: `${mailUnreadTask.kind}:${id}:${userId}:${messageId}:${tx.now.getTime()}` },
      );
}
