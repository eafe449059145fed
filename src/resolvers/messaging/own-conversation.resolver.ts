import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ConversationType } from '../../schema/messaging/conversation.type.ts';
import {
  ConversationInput,
  MarkConversationReadInput,
  MarkTypingInput,
  MessageInput,
  MuteConversationInput,
  PinConversationInput,
  SaveDraftInput,
  StartConversationInput,
} from '../../schema/messaging/messaging.input.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import { fieldError } from '../../services/kernel/errors.ts';
import {
  archiveConversation,
  archiveMessage,
  conversationsAbout,
  getConversation,
  markConversationRead,
  markConversationUnread,
  markMessageRead,
  markTyping,
  muteConversation,
  pinConversation,
  saveDraft,
  sendMessage,
  startConversationWithFiles,
  unarchiveConversation,
  type ConversationRow,
} from '../../services/messaging/index.ts';
import type { Context } from '../context.ts';

const which = { description: 'Which conversation.' } as const;

/** What a participant does with a conversation of theirs; nobody else sees it. */
@Resolver(() => ConversationType)
export class OwnConversationResolver {
  @Auth('conversation:start')
  @Mutation(() => ConversationType, {
    description:
      'Opens a conversation with the team, with its first message. Errors: MESSAGE_EMPTY, INPUT_INVALID, CONVERSATION_CLOSED, CONFLICT, FILE_TOO_LARGE, FILE_TYPE_REFUSED, QUOTA_EXCEEDED.',
  })
  async startConversation(
    @Arg('input', () => StartConversationInput, { description: 'What it is about, and the message.' })
    { attachments: uploads, orderId, ...input }: StartConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    const attachments = (uploads ?? []) as Promise<IncomingFile>[];
    if (!orderId)
      return getConversation(
        context.read,
        (await context.perform(startConversationWithFiles, { ...input, attachments })).id,
      );
    const about = (await conversationsAbout(context.read, { type: 'ORDER', ids: [orderId] })).get(orderId);
    if (about === undefined) throw fieldError('input.orderId', 'order');
    await context.perform(sendMessage, { ...input, conversationId: about.id, attachments });
    return getConversation(context.read, about.id);
  }

  @Auth('message:send')
  @Mutation(() => Boolean, {
    description:
      'Shows those who would read it that you are writing, for five seconds. False: you said so less than a second ago, and it was not passed on. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED.',
  })
  markTyping(
    @Arg('input', () => MarkTypingInput, { description: 'Where, and for whom.' }) input: MarkTypingInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.perform(markTyping, input);
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description: 'You have read everything up to a message, or so far. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  async markConversationRead(
    @Arg('input', () => MarkConversationReadInput, { description: 'Which conversation, and how far.' })
    input: MarkConversationReadInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(markConversationRead, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description: 'The last message of somebody else counts as unread again. Errors: NOT_FOUND.',
  })
  async markConversationUnread(
    @Arg('input', () => ConversationInput, which) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(markConversationUnread, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description: 'Puts it away, until somebody writes in it. Errors: NOT_FOUND, NOT_A_PARTICIPANT.',
  })
  async archiveConversation(
    @Arg('input', () => ConversationInput, which) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(archiveConversation, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description:
      'You have read everything up to this message; answers its conversation. The same as `markConversationRead` with `upTo`. Errors: NOT_FOUND.',
  })
  async markMessageRead(
    @Arg('input', () => MessageInput, { description: 'Which message.' }) input: MessageInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(markMessageRead, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description:
      'Puts the conversation of this message away, as `archiveConversation`. Errors: NOT_FOUND, NOT_A_PARTICIPANT.',
  })
  async archiveMessage(
    @Arg('input', () => MessageInput, { description: 'Which message.' }) input: MessageInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(archiveMessage, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, { description: 'Takes it out again. Errors: NOT_FOUND, NOT_A_PARTICIPANT.' })
  async unarchiveConversation(
    @Arg('input', () => ConversationInput, which) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(unarchiveConversation, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description: 'Marks it to stand before your others, or not any more. Errors: NOT_FOUND, NOT_A_PARTICIPANT.',
  })
  async pinConversation(
    @Arg('input', () => PinConversationInput, which) input: PinConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(pinConversation, input));
  }

  @Auth('message:read')
  @Mutation(() => ConversationType, {
    description: 'You hear nothing of it until then. Errors: NOT_FOUND, NOT_A_PARTICIPANT.',
  })
  async muteConversation(
    @Arg('input', () => MuteConversationInput, { description: 'Which conversation, and until when.' })
    input: MuteConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(muteConversation, input));
  }

  @Auth('message:send')
  @Mutation(() => ConversationType, {
    description: 'Keeps what you have begun to write. Errors: NOT_FOUND, NOT_A_PARTICIPANT.',
  })
  async saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'Which conversation, and the text.' }) input: SaveDraftInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(saveDraft, input));
  }
}
