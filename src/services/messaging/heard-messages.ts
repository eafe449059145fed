import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { Visitor } from '../../entities/messaging/visitor.entity.ts';
import { peopleByIds } from '../identity/index.ts';
import { recipientsIn, recipientsOf } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { isRead, isStillInOf, servesAs, type ConversationPart } from './audience.ts';

/** Who read it and have not muted the conversation, but for the sender; where nobody of the team is in it, whoever looks after it, or every admin. */
export async function hearersOf(
  { em, now }: Tx<'em' | 'now'>,
  { conversation, sender, audience }: SentMessage,
): Promise<string[]> {
  const present = await presentIn(em, conversation);
  const participants = await em.find(ConversationParticipant, { id: { $in: [...present] } });
  const others = participants.filter(({ user }) => user.id !== sender.id);
  const hear = others.filter(
    ({ side, mutedUntil }) => isRead(side, audience) && (mutedUntil === null || mutedUntil <= now),
  );
  const sideOfSender = participants.find(({ user }) => user.id === sender.id)?.side;
  const isUnheard = (sender.id === null || sideOfSender === 'OUTSIDE') && !others.some(({ side }) => side === 'STAFF');
  const team = isUnheard ? await teamFor({ em }, conversation) : new Map<string, ConversationPart>();
  const ofTeam = [...team].filter(([id, part]) => id !== sender.id && isRead(part, audience));
  return [...hear.map(({ user }) => user.id), ...ofTeam.map(([id]) => id)];
}

/** The parts of those who are in it: who lost the permission that its team needs hears nothing of it. */
async function presentIn(em: Tx<'em'>['em'], { id }: Conversation): Promise<ReadonlySet<string>> {
  const rows = await writing(em)
    .db.selectFrom('conversation_participant as p')
    .innerJoin('user as u', 'u.id', 'p.user_id')
    .select('p.id')
    .where('p.conversation_id', '=', id)
    .where('p.left_at', 'is', null)
    .where(isStillInOf('p'))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Whoever looks after it while they may; every admin otherwise. */
async function teamFor(
  tx: Tx<'em'>,
  { assignee, contextType }: Conversation,
): Promise<ReadonlyMap<string, ConversationPart>> {
  const userId = assignee?.id;
  const one = userId === undefined ? undefined : (await recipientsOf(tx, [userId])).get(userId);
  if (one !== undefined && (await isOfTeamFor(tx, { contextType, userId: one.userId })))
    return new Map([[one.userId, one.role === 'ADMIN' ? 'ADMIN' : 'STAFF']]);
  return new Map((await recipientsIn(tx, 'ADMIN')).map(({ userId: id }) => [id, 'ADMIN']));
}

/** Somebody is of the team in such conversations, in one or not. */
export async function isOfTeamFor(
  { em }: Tx<'em'>,
  { contextType, userId }: Pick<Conversation, 'contextType'> & { readonly userId: string },
): Promise<boolean> {
  const of = writing(em).db.selectFrom('user as u').select('u.id').where('u.id', '=', userId);
  return (await of.where(servesAs(contextType)).executeTakeFirst()) !== undefined;
}

export interface ReadBefore {
  readonly part: ConversationPart;
  /** Up to which number. */
  readonly seq: number;
  /** Up to which number a mail of another conversation has named what is here now. */
  readonly mailedSeq: number;
}

/**
 * What somebody has read. Null for who left, and for who hears nothing of it for the time being. Those of the team who are not in
 * it have read what was said before the team wrote last.
 */
export async function readBefore(
  { em, now }: Tx<'em' | 'now'>,
  { message: { conversation, audience }, userId }: { message: SentMessage; userId: string },
): Promise<ReadBefore | null> {
  const participant = await em.findOne(ConversationParticipant, {
    conversation: conversation.id,
    user: userId,
    leftAt: null,
  });
  if (participant !== null)
    return (await presentIn(em, conversation)).has(participant.id) ? readIn(participant, { audience, now }) : null;
  const part = (await teamFor({ em }, conversation)).get(userId);
  if (part === undefined || !isRead(part, audience)) return null;
  const [answer] = await em.find(
    Message,
    { conversation: conversation.id, audience: 'ALL', deletedAt: null, ...writtenByTeam(conversation) },
    { orderBy: { seq: 'desc' }, limit: 1 },
  );
  return { part, seq: answer?.seq ?? 0, mailedSeq: 0 };
}

/** Whoever writes to a visitor with an account is of the team. */
const writtenByTeam = ({ contextType }: Conversation) =>
  contextType === 'VISITOR' ? { sender: { $ne: null } } : { type: 'ADMIN_MESSAGE' as const };

function readIn(
  { side, lastReadSeq, mailedSeq, mutedUntil }: ConversationParticipant,
  { audience, now }: { readonly audience: MessageAudience; readonly now: Date },
): ReadBefore | null {
  const isDeaf = !isRead(side, audience) || (mutedUntil !== null && mutedUntil > now);
  return isDeaf ? null : { part: side, seq: lastReadSeq, mailedSeq };
}

export interface SentMessage {
  readonly content: string;
  readonly createdAt: Date;
  readonly seq: number;
  readonly audience: MessageAudience;
  readonly conversation: Conversation;
  readonly sender: Sender;
}

/** Who wrote: somebody with an account, or a visitor, whose id is null. */
export interface Sender {
  readonly id: string | null;
  readonly displayName: string;
}

/** A message that somebody sent, unless it was deleted; nobody is notified of the application's own. */
export async function sentBySomebody(tx: Tx<'em' | 'actor'>, messageId: string): Promise<SentMessage | null> {
  const message = await tx.em.findOne(Message, { id: messageId, deletedAt: null });
  const sender = message && (await senderOf(tx, message));
  if (message === null || sender === null) return null;
  const conversation = await tx.em.findOneOrFail(Conversation, message.conversation.id);
  const { content, createdAt, seq, audience } = message;
  return { content, createdAt, seq, audience, conversation, sender };
}

async function senderOf({ em, actor }: Tx<'em' | 'actor'>, { sender, visitor }: Message): Promise<Sender | null> {
  if (sender !== null) return (await peopleByIds({ db: writing(em).db, actor }, [sender.id])).get(sender.id) ?? null;
  if (visitor === null) return null;
  const { name } = await em.findOneOrFail(Visitor, visitor.id);
  return { id: null, displayName: name };
}
