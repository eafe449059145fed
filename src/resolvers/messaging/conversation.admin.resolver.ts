import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ConversationConnection, ConversationType } from '../../schema/messaging/conversation.type.ts';
import {
  AssignConversationInput,
  ConversationInput,
  ConversationPersonInput,
  ConversationsArgs,
  StartConversationWithInput,
} from '../../schema/messaging/messaging.input.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import {
  addParticipant,
  assignConversation,
  closeConversation,
  getConversation,
  pendingConversations,
  removeParticipant,
  reopenConversation,
  startConversationWithFiles,
  type ConversationRow,
} from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

const which = { description: 'Which conversation.' } as const;
const who = { description: 'Which conversation, and who.' } as const;

/** What the team does with conversations. */
@Resolver(() => ConversationType)
export class ConversationAdminResolver {
  @Auth('conversation:assign')
  @Query(() => ConversationConnection, {
    description:
      'What waits for the team: open conversations of which the last word is of somebody whom they serve, and nobody of the team in them has read it. All of them for an admin, otherwise those that you serve.',
  })
  pendingConversations(
    @Args(() => ConversationsArgs) args: ConversationsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<ConversationRow>> {
    return pendingConversations(context.read, args);
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description:
      'Opens a conversation with somebody, with its first message. Errors: MESSAGE_EMPTY, INPUT_INVALID, CONFLICT.',
  })
  async startConversationWith(
    @Arg('input', () => StartConversationWithInput, { description: 'With whom, what it is about, and the message.' })
    { userId: withUserId, attachments, ...input }: StartConversationWithInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    const files = (attachments ?? []) as Promise<IncomingFile>[];
    const { id } = await context.perform(startConversationWithFiles, { ...input, withUserId, attachments: files });
    return getConversation(context.read, id);
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description:
      'Somebody of the team looks after it from now on, or nobody in particular. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID.',
  })
  async assignConversation(
    @Arg('input', () => AssignConversationInput, who) { conversationId, userId }: AssignConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(
      context.read,
      await context.run(assignConversation, { conversationId, userId: userId ?? null }),
    );
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description: 'Nobody writes in it until it is opened again. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async closeConversation(
    @Arg('input', () => ConversationInput, which) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(closeConversation, input));
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description: 'Opens it again. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async reopenConversation(
    @Arg('input', () => ConversationInput, which) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(reopenConversation, input));
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description:
      'Somebody more takes part in a conversation that is about nothing else. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async addParticipant(
    @Arg('input', () => ConversationPersonInput, who) input: ConversationPersonInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(addParticipant, input));
  }

  @Auth('conversation:assign')
  @Mutation(() => ConversationType, {
    description: 'Somebody sees and hears nothing of it any more. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async removeParticipant(
    @Arg('input', () => ConversationPersonInput, who) input: ConversationPersonInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(removeParticipant, input));
  }
}
