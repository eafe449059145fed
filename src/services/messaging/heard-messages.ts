import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { Visitor } from '../../entities/messaging/visitor.entity.ts';
import { peopleByIds } from '../identity/index.ts';
import { recipientsIn } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { isRead, isStillInOf, type ConversationPart } from './audience.ts';

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
  const team = isUnheard ? await teamFor({ em }, conversation) : [];
  return [...hear.map(({ user }) => user.id), ...team.filter((id) => id !== sender.id)];
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

const teamFor = async (tx: Tx<'em'>, { assignee }: Conversation): Promise<string[]> =>
  assignee === null ? (await recipientsIn(tx, 'ADMIN')).map(({ userId }) => userId) : [assignee.id];

export interface ReadBefore {
  readonly part: ConversationPart;
  /** Up to which number. */
  readonly seq: number;
}

/**
 * What somebody has read. Null for who left, and for who hears nothing of it for the time being. Admins who are not in it have read what
 * was said before the team wrote last.
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
  if (!(await teamFor({ em }, conversation)).includes(userId)) return null;
  const [answer] = await em.find(
    Message,
    { conversation: conversation.id, audience: 'ALL', type: 'ADMIN_MESSAGE', deletedAt: null },
    { orderBy: { seq: 'desc' }, limit: 1 },
  );
  return { part: 'ADMIN', seq: answer?.seq ?? 0 };
}

function readIn(
  { side, lastReadSeq, mutedUntil }: ConversationParticipant,
  { audience, now }: { readonly audience: MessageAudience; readonly now: Date },
): ReadBefore | null {
  const isDeaf = !isRead(side, audience) || (mutedUntil !== null && mutedUntil > now);
  return isDeaf ? null : { part: side, seq: lastReadSeq };
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
