import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ConversationConnection, ConversationType } from '../../schema/messaging/conversation.type.ts';
import { MessageConnection, MessageType } from '../../schema/messaging/message.type.ts';
import { ConversationsArgs, MarkConversationReadInput, MessagesArgs } from '../../schema/messaging/messaging.input.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import type { Person } from '../../services/identity/index.ts';
import {
  getConversation,
  lastMessagesOf,
  listConversations,
  listMessages,
  markConversationRead,
  participantsOf,
  unreadCountsOf,
  type ConversationRow,
  type MessageRow,
} from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';

/** Conversations, for those who take part in them and for admins. What a page shows of each is loaded for all at once. */
@Resolver(() => ConversationType)
export class ConversationResolver {
  @Auth('message:read')
  @Query(() => ConversationConnection, {
    description: 'Your conversations, the one with the latest message first; all of them for an admin.',
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
  @Mutation(() => ConversationType, { description: 'You have read everything so far. Errors: NOT_FOUND.' })
  async markConversationRead(
    @Arg('input', () => MarkConversationReadInput, { description: 'Which conversation.' })
    input: MarkConversationReadInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(markConversationRead, input));
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
    return (await loadOne(context, unreadCountsOf, id)) ?? 0;
  }

  @FieldResolver(() => [UserType])
  async participants(@Root() { id }: ConversationRow, @Ctx() context: Context): Promise<readonly Person[]> {
    return (await loadOne(context, participantsOf, id)) ?? [];
  }
}
