import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  MessageHitConnection,
  MessageHitType,
  SearchMessagesArgs,
} from '../../schema/messaging/message-search.type.ts';
import { MessageType } from '../../schema/messaging/message.type.ts';
import { searchMessages, type MessageHit, type MessageRow } from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

@Resolver(() => MessageHitType)
export class MessageSearchResolver {
  @Heavy()
  @Auth('message:read')
  @Query(() => MessageHitConnection, {
    description:
      'Messages of your conversations in which everything you ask for is found, the newest first; all messages for an admin. Errors: SEARCH_QUERY_INVALID.',
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
