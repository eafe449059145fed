import { sql } from 'kysely';
import { personOf, type Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { markReadAbout } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Db, Tx } from '../platform/context.ts';
import { readableBy } from './audience.ts';
import { conversationPath } from './conversation-path.ts';
import { requirePart } from './conversation.policy.ts';
import { conversationUpdated } from './live.ts';

interface UpTo {
  readonly conversationId: string;
  /** The last message that they saw; the last there is, unless given. */
  readonly upTo?: string | null | undefined;
}

type Marking = Tx<'em' | 'actor' | 'now' | 'publish'>;

/**
 * A participant has read everything up to a message, and never less than before; answers the conversation's id. An admin who only
 * looks on leaves no trace.
 */
export async function markConversationRead(tx: Marking, { conversationId, upTo }: UpTo): Promise<string> {
  const { db } = writing(tx.em);
  await requirePart({ db, actor: tx.actor }, conversationId);
  const seq = await numberOf(db, tx.actor, { conversationId, upTo });
  const { numUpdatedRows } = await ownPart(tx, conversationId)
    .set({ last_read_seq: seq, last_read_at: tx.now })
    .where('last_read_seq', '<', seq)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return conversationId;
  tx.publish(conversationUpdated, personOf(tx.actor), { conversationId });
  // Who has read it all needs no notification of it any more, and no digest.
  if (await isAllRead(db, tx.actor, { conversationId, seq })) await markReadAbout(tx, conversationPath(conversationId));
  return conversationId;
}

async function isAllRead(
  db: Db,
  actor: Actor,
  { conversationId, seq }: { readonly conversationId: string; readonly seq: number },
): Promise<boolean> {
  const later = await db
    .selectFrom('message as m')
    .select('m.id')
    .where('m.conversation_id', '=', conversationId)
    .where('m.seq', '>', seq)
    .where('m.deleted_at', 'is', null)
    .where(readableBy(actor, 'm'))
    .limit(1)
    .executeTakeFirst();
  return later === undefined;
}

/** The same by the message alone, for front-ends that know no more. Errors: NOT_FOUND. */
export const markMessageRead = async (tx: Marking, { messageId }: OneMessage): Promise<string> =>
  markConversationRead(tx, { conversationId: await conversationOfMessage(tx, messageId), upTo: messageId });

export interface OneMessage {
  readonly messageId: string;
}

/** The conversation of a message that the actor reads; of any other, NOT_FOUND. */
export async function conversationOfMessage({ em, actor }: Tx<'em' | 'actor'>, messageId: string): Promise<string> {
  const { db } = writing(em);
  const row = await db
    .selectFrom('message as m')
    .select('m.conversation_id as conversationId')
    .where('m.id', '=', messageId)
    .where(readableBy(actor, 'm'))
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  await requirePart({ db, actor }, row.conversationId);
  return row.conversationId;
}

/** The last message of somebody else, and what came after it, counts as unread again. */
export async function markConversationUnread(
  tx: Marking,
  { conversationId }: Pick<UpTo, 'conversationId'>,
): Promise<string> {
  const { db } = writing(tx.em);
  await requirePart({ db, actor: tx.actor }, conversationId);
  const last = await db
    .selectFrom('message as m')
    .select('m.seq')
    .where('m.conversation_id', '=', conversationId)
    .where('m.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('m.sender_id', 'is', null), eb('m.sender_id', '!=', personOf(tx.actor))]))
    .where(readableBy(tx.actor, 'm'))
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return conversationId;
  await ownPart(tx, conversationId)
    .set({ last_read_seq: last.seq - 1 })
    .where('last_read_seq', '>=', last.seq)
    .execute();
  tx.publish(conversationUpdated, personOf(tx.actor), { conversationId });
  return conversationId;
}

const ownPart = ({ em, actor }: Marking, conversationId: string) =>
  writing(em)
    .db.updateTable('conversation_participant')
    .where('conversation_id', '=', conversationId)
    .where('user_id', '=', personOf(actor))
    .where('left_at', 'is', null);

async function numberOf(db: Db, actor: Actor, { conversationId, upTo }: UpTo): Promise<number> {
  const messages = db.selectFrom('message as m').where('m.conversation_id', '=', conversationId);
  if (upTo === null || upTo === undefined) {
    const { last } = await messages.select(sql<number>`coalesce(max(m.seq), 0)`.as('last')).executeTakeFirstOrThrow();
    return last;
  }
  const message = await messages
    .select('m.seq')
    .where('m.id', '=', upTo)
    .where(readableBy(actor, 'm'))
    .executeTakeFirst();
  if (message === undefined)
    throw new DomainError('INPUT_INVALID', {
      fields: [{ path: 'input.upTo', rules: ['message-of-the-conversation'] }],
    });
  return message.seq;
}
