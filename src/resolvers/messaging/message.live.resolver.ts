import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { MessageAudience } from '../../entities/messaging/message.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ConversationUpdatedType } from '../../schema/messaging/conversation.type.ts';
import { MessageAddedType, MessageChangedType, TypingType } from '../../schema/messaging/message.type.ts';
import { MessageAddedArgs, TypingArgs } from '../../schema/messaging/messaging.input.ts';
import { LiveArgs } from '../../schema/shared/live.args.ts';
import { personOf } from '../../services/access/actor.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import {
  conversationsOfParts,
  conversationUpdated,
  listenersOf,
  messageAdded,
  messageChanged,
  messagesByIds,
  partKey,
  requirePart,
  typing,
  unreadTotalsOf,
  type ConversationRow,
  type MessageRow,
} from '../../services/messaging/index.ts';
import type { LiveTopic } from '../../services/platform/context.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { loadSure, loadTogether, type Context } from '../context.ts';
import { LiveStream, liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

interface TypingAsked {
  readonly args: TypingArgs;
  readonly context: Context;
}

interface Asked {
  readonly args: MessageAddedArgs;
  readonly context: Context;
}

/** Only participants and admins may subscribe; whoever leaves the conversation receives nothing more. */
const listenTo =
  (topic: LiveTopic) =>
  async ({ args: { conversationId, after }, context }: Asked): Promise<LiveStream> => {
    await requirePart(context.read, conversationId);
    const asked = { conversationId, audience: 'ALL', people: [context.actor] } as const;
    if ((await context.perform(listenersOf, asked)).size === 0) throw new DomainError('NOT_FOUND');
    return new LiveStream({
      topic,
      key: conversationId,
      after: liveAfter(after),
      dependsOn: 'role',
      entitled: ({ payload }, people, ctx: Context) =>
        // Events of before messages had an audience were for everybody.
        ctx.perform(listenersOf, {
          conversationId,
          people,
          audience: (payload['audience'] as MessageAudience | undefined) ?? 'ALL',
        }),
    });
  };

const messageOf = async (event: LiveDelivery, context: Context): Promise<{ message: MessageRow; cursor: string }> => ({
  message: await loadSure(context, messagesByIds, String(event.payload['messageId'])),
  cursor: liveCursor(event),
});

/** Whoever would read what is being written, but for who writes it. */
const listenToTyping = async ({ args: { conversationId }, context }: TypingAsked): Promise<LiveStream> => {
  await requirePart(context.read, conversationId);
  const asked = { conversationId, audience: 'ALL', people: [context.actor] } as const;
  if ((await context.perform(listenersOf, asked)).size === 0) throw new DomainError('NOT_FOUND');
  return new LiveStream({
    topic: typing,
    key: conversationId,
    dependsOn: 'role',
    entitled: ({ payload }, people, ctx: Context) =>
      ctx.perform(listenersOf, {
        conversationId,
        people: people.filter(({ userId }) => userId !== payload['userId']),
        audience: payload['audience'] as MessageAudience,
      }),
  });
};

@Resolver(() => MessageAddedType)
export class MessageLiveResolver {
  @Auth('message:read')
  @Subscription(() => MessageAddedType, {
    description: 'New messages of a conversation. Errors: NOT_FOUND.',
    subscribe: listenTo(messageAdded),
  })
  messageAdded(
    @Root() event: LiveDelivery,
    @Args(() => MessageAddedArgs) _args: MessageAddedArgs,
    @Ctx() context: Context,
  ): Promise<{ message: MessageRow; cursor: string }> {
    return messageOf(event, context);
  }

  @Auth('message:read')
  @Subscription(() => MessageChangedType, {
    description: 'Messages of a conversation that are edited, deleted or pinned. Errors: NOT_FOUND.',
    subscribe: listenTo(messageChanged),
  })
  messageChanged(
    @Root() event: LiveDelivery,
    @Args(() => MessageAddedArgs) _args: MessageAddedArgs,
    @Ctx() context: Context,
  ): Promise<{ message: MessageRow; cursor: string }> {
    return messageOf(event, context);
  }

  @Auth('message:read')
  @Subscription(() => TypingType, {
    description:
      'Who writes in a conversation just now, each time they say so: nothing of it is kept, and it is over at `until`. Errors: NOT_FOUND.',
    subscribe: listenToTyping,
  })
  async typing(
    @Root() { payload }: LiveDelivery,
    @Args(() => TypingArgs) _args: TypingArgs,
    @Ctx() context: Context,
  ): Promise<{ person: Person; until: string }> {
    return { person: await loadSure(context, peopleByIds, String(payload['userId'])), until: String(payload['until']) };
  }

  @Auth('message:read')
  @Subscription(() => ConversationUpdatedType, {
    description:
      'The conversations that you are in, whenever something of one changes: a message, what you have read, who is in it.',
    subscribe: liveStream<LiveArgs, Context>(({ args, context }) => {
      const key = personOf(context.actor);
      return {
        topic: conversationUpdated,
        key,
        after: liveAfter(args.after),
        entitled: (_event, people) => new Set(people.flatMap(({ userId }) => (userId === key ? [key] : []))),
      };
    }),
  })
  async conversationUpdated(
    @Root() event: LiveDelivery,
    @Args(() => LiveArgs) _args: LiveArgs,
    @Ctx() context: Context,
  ): Promise<{ conversation: ConversationRow | null; unreadMessageCount: number; cursor: string }> {
    // Read for everybody who hears of it at this instant at once: a conversation may have thousands of participants.
    const userId = personOf(context.actor);
    const key = partKey(String(event.payload['conversationId']), userId);
    const [conversation = null, count = 0] = await Promise.all([
      loadTogether(context, conversationsOfParts, key),
      loadTogether(context, unreadTotalsOf, userId),
    ]);
    return { conversation, unreadMessageCount: count, cursor: liveCursor(event) };
  }
}
