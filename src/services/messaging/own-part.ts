import { ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { requirePart } from './conversation.policy.ts';
import { conversationUpdated } from './live.ts';
import { conversationOfMessage, type OneMessage } from './mark-conversation-read.ts';

type Own = Tx<'em' | 'actor' | 'now' | 'publish'>;

interface Which {
  readonly conversationId: string;
}

/** How a participant keeps a conversation, which nobody else sees. Answers its id. Errors: NOT_FOUND, NOT_A_PARTICIPANT. */
const keeping =
  <I extends Which>(change: (part: ConversationParticipant, input: I, now: Date) => void) =>
  async (tx: Own, input: I): Promise<string> => {
    const { conversationId } = input;
    await requirePart({ db: writing(tx.em).db, actor: tx.actor }, conversationId);
    const user = personOf(tx.actor);
    const part = await tx.em.findOne(ConversationParticipant, { conversation: conversationId, user, leftAt: null });
    // An admin sees every conversation, and is in few.
    if (part === null) throw new DomainError('NOT_A_PARTICIPANT');
    change(part, input, tx.now);
    tx.publish(conversationUpdated, user, { conversationId });
    return conversationId;
  };

/** Out of the list, until somebody writes in it again. */
export const archiveConversation = keeping((part, _input, now) => (part.archivedAt ??= now));
/** The same by a message of it, for front-ends that know no more. Errors: NOT_FOUND, NOT_A_PARTICIPANT. */
export const archiveMessage = async (tx: Own, { messageId }: OneMessage): Promise<string> =>
  archiveConversation(tx, { conversationId: await conversationOfMessage(tx, messageId) });

export const unarchiveConversation = keeping((part) => (part.archivedAt = null));

/** Before the others in the list, or not any more. */
export const pinConversation = keeping<Which & { readonly isPinned: boolean }>((part, { isPinned }, now) => {
  part.pinnedAt = isPinned ? (part.pinnedAt ?? now) : null;
});

/** No notification and no mail until then; null: as before. */
export const muteConversation = keeping<Which & { readonly until: Date | null }>((part, { until }) => {
  part.mutedUntil = until;
});

/** What one has begun to write, on whatever device; an empty text forgets it. */
export const saveDraft = keeping<Which & { readonly text: string }>((part, { text }) => {
  part.draft = text.trim() === '' ? null : text;
});
