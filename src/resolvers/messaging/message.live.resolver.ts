import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { MessageAddedType } from '../../schema/messaging/message.type.ts';
import { MessageAddedArgs } from '../../schema/messaging/messaging.input.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import {
  requireRole,
  listenersOf,
  messageAdded,
  messagesByIds,
  type MessageRow,
} from '../../services/messaging/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { loadSure, type Context } from '../context.ts';
import { LiveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

/** Only participants and admins may subscribe; whoever leaves the conversation receives nothing more. */
async function listen({
  args: { conversationId, after },
  context,
}: {
  args: MessageAddedArgs;
  context: Context;
}): Promise<LiveStream> {
  await requireRole(context.read, conversationId);
  const listeners = await context.perform(listenersOf, { conversationId, people: [context.actor] });
  if (listeners.size === 0) throw new DomainError('NOT_FOUND');
  return new LiveStream({
    topic: messageAdded,
    key: conversationId,
    after: liveAfter(after),
    dependsOn: 'role',
    entitled: (_event, people, ctx: Context) => ctx.perform(listenersOf, { conversationId, people }),
  });
}

@Resolver(() => MessageAddedType)
export class MessageLiveResolver {
  @Auth('message:read')
  @Subscription(() => MessageAddedType, {
    description: 'New messages of a conversation. Errors: NOT_FOUND.',
    subscribe: listen,
  })
  async messageAdded(
    @Root() event: LiveDelivery,
    @Args(() => MessageAddedArgs) _args: MessageAddedArgs,
    @Ctx() context: Context,
  ): Promise<{ message: MessageRow; cursor: string }> {
    return {
      message: await loadSure(context, messagesByIds, String(event.payload['messageId'])),
      cursor: liveCursor(event),
    };
  }
}
