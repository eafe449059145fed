import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  ConversationHitConnection,
  ConversationHitType,
  MessageHitConnection,
  MessageHitType,
  SearchConversationsArgs,
  SearchMessagesArgs,
} from '../../schema/messaging/message-search.type.ts';
import { MessageType } from '../../schema/messaging/message.type.ts';
import {
  searchConversations,
  searchMessages,
  type ConversationHit,
  type MessageHit,
  type MessageRow,
} from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

@Resolver(() => MessageHitType)
export class MessageSearchResolver {
  @Heavy()
  @Auth('message:read')
  @Query(() => MessageHitConnection, {
    description:
      'Messages of your conversations in which everything you ask for is found, the newest first unless said; all messages for an admin. Errors: SEARCH_QUERY_INVALID.',
  })
  searchMessages(
    @Args(() => SearchMessagesArgs) args: SearchMessagesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<MessageHit>> {
    return searchMessages(context.read, args);
  }

  @FieldResolver(() => MessageType)
  message(@Root() hit: MessageHit): MessageRow {
    return hit;
  }
}

@Resolver(() => ConversationHitType)
export class ConversationSearchResolver {
  @Heavy()
  @Auth('message:read')
  @Query(() => ConversationHitConnection, {
    description:
      'Your conversations in which everything you ask for is found, in the subject or in a message that you may read, the latest first unless said; all conversations for an admin. Errors: SEARCH_QUERY_INVALID.',
  })
  searchConversations(
    @Args(() => SearchConversationsArgs) args: SearchConversationsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<ConversationHit>> {
    return searchConversations(context.read, args);
  }

  @FieldResolver(() => MessageHitType, {
    nullable: true,
    description: 'The newest message in which something you ask for is found; null where only the subject has it.',
  })
  message(@Root() hit: ConversationHit): Promise<MessageHit | null> {
    return hit.message();
  }
}
