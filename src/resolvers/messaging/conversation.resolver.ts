import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  ConversationConnection,
  ConversationKindEnum,
  ConversationType,
} from '../../schema/messaging/conversation.type.ts';
import { MessageConnection, MessageType } from '../../schema/messaging/message.type.ts';
import { ConversationsArgs, MessagesArgs } from '../../schema/messaging/messaging.input.ts';
import { VisitorType } from '../../schema/messaging/visitor.type.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { DateTime } from '../../schema/scalars/index.ts';
import { idOf } from '../../services/access/actor.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import {
  getConversation,
  lastMessagesOf,
  listConversations,
  listMessages,
  ownPartsOf,
  participantsOf,
  partKey,
  seesAll,
  servedBy,
  unreadCountsOf,
  unreadMessageCount,
  visitorsByIds,
  unreadOfParts,
  type ConversationRow,
  type MessageRow,
  type OwnPart,
  type VisitorRow,
} from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, loadTogether, type Context } from '../context.ts';

/** Conversations, for those who take part in them and for admins. What a page shows of each is loaded for all at once. */
@Resolver(() => ConversationType)
export class ConversationResolver {
  @Auth('message:read')
  @Query(() => ConversationConnection, {
    description:
      'Your conversations, the one with the latest message first; all of them for an admin, all of `VISITOR` for whoever handles visitors.',
  })
  conversations(
    @Args(() => ConversationsArgs) args: ConversationsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<ConversationRow>> {
    return listConversations(context.read, args);
  }

  @Auth('message:read')
  @Query(() => ConversationType, { description: 'One conversation. Errors: NOT_FOUND, also for who has left it.' })
  conversation(
    @Arg('id', () => ID, { description: 'The conversation.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, id);
  }

  @Auth('message:read')
  @Query(() => Int, {
    description: 'How many messages you have not read in all of your conversations, but for those that you muted.',
  })
  unreadMessageCount(@Ctx() context: Context): Promise<number> {
    return unreadMessageCount(context.read);
  }

  @FieldResolver(() => ConversationKindEnum)
  kind(@Root() { contextType }: ConversationRow): ConversationRow['contextType'] {
    return contextType;
  }

  @FieldResolver(() => MessageConnection, { description: 'Messages, newest first.' })
  messages(
    @Root() { id }: ConversationRow,
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<MessageRow>> {
    return listMessages(context.read, { ...args, conversationId: id });
  }

  @FieldResolver(() => MessageType, { nullable: true })
  async lastMessage(@Root() { id }: ConversationRow, @Ctx() context: Context): Promise<MessageRow | null> {
    return (await loadOne(context, lastMessagesOf, id)) ?? null;
  }

  @FieldResolver(() => Int)
  async unreadCount(@Root() { id }: ConversationRow, @Ctx() context: Context): Promise<number> {
    const userId = idOf(context.actor);
    const isSentToMany = context.moment !== undefined && userId !== null;
    return (
      (isSentToMany
        ? await loadTogether(context, unreadOfParts, partKey(id, userId))
        : await loadOne(context, unreadCountsOf, id)) ?? 0
    );
  }

  @FieldResolver(() => [UserType])
  async participants(@Root() { id }: ConversationRow, @Ctx() context: Context): Promise<readonly Person[]> {
    return (await loadOne(context, participantsOf, id)) ?? [];
  }

  @FieldResolver(() => UserType, { nullable: true })
  async assignee(
    @Root() { assigneeId, contextType }: ConversationRow,
    @Ctx() context: Context,
  ): Promise<Person | null> {
    // A customer learns the name of nobody of the team but of who is in the conversation.
    if (assigneeId === null || !(seesAll(context.actor) || servedBy(context.actor).includes(contextType))) return null;
    return (await loadOne(context, peopleByIds, assigneeId)) ?? null;
  }

  @FieldResolver(() => VisitorType, { nullable: true })
  async visitor(@Root() { visitorId }: ConversationRow, @Ctx() context: Context): Promise<VisitorRow | null> {
    return visitorId === null ? null : ((await loadOne(context, visitorsByIds, visitorId)) ?? null);
  }

  @FieldResolver(() => Boolean)
  async isArchived(@Root() row: ConversationRow, @Ctx() context: Context): Promise<boolean> {
    return (await ownPart(row, context))?.isArchived ?? false;
  }

  @FieldResolver(() => Boolean)
  async isPinned(@Root() row: ConversationRow, @Ctx() context: Context): Promise<boolean> {
    return (await ownPart(row, context))?.isPinned ?? false;
  }

  @FieldResolver(() => DateTime, { nullable: true })
  async mutedUntil(@Root() row: ConversationRow, @Ctx() context: Context): Promise<unknown> {
    return (await ownPart(row, context))?.mutedUntil ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  async draft(@Root() row: ConversationRow, @Ctx() context: Context): Promise<string | null> {
    return (await ownPart(row, context))?.draft ?? null;
  }
}

const ownPart = ({ id }: ConversationRow, context: Context): Promise<OwnPart | undefined> =>
  loadOne(context, ownPartsOf, id);
