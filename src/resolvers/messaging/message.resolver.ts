import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Message, MessageStatus } from '../../entities/messaging/message.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { StoredFileType } from '../../schema/files/stored-file.type.ts';
import {
  MessageReaderType,
  MessageRevisionType,
  MessageStatusEnum,
  MessageType,
} from '../../schema/messaging/message.type.ts';
import {
  DeleteMessageInput,
  EditMessageInput,
  PinMessageInput,
  SendMessageInput,
} from '../../schema/messaging/messaging.input.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import type { FileRow, IncomingFile } from '../../services/files/index.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import {
  attachmentsOf,
  deleteMessage,
  editMessage,
  pinMessage,
  readByTeam,
  readersOf,
  revisionsOf,
  sendMessage,
  statusesOf,
  visitorNames,
  type MessageRow,
  type Reader,
  type Revision,
} from '../../services/messaging/index.ts';
import { loadOne, loadSure, type Context } from '../context.ts';

/** Messages. */
@Resolver(() => MessageType)
export class MessageResolver {
  @Auth('message:send')
  @Mutation(() => MessageType, {
    description:
      'Sends a message to a conversation. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_EMPTY, INPUT_INVALID, FILE_TOO_LARGE, FILE_TYPE_REFUSED, QUOTA_EXCEEDED, CONFLICT.',
  })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'The message.' })
    { content, attachments, ...input }: SendMessageInput,
    @Ctx() context: Context,
  ): Promise<MessageRow> {
    // What the upload route put in the place of each variable.
    const files = (attachments ?? []) as Promise<IncomingFile>[];
    return rowOf(await context.perform(sendMessage, { ...input, content: content ?? '', attachments: files }));
  }

  @Auth('message:send')
  @Mutation(() => MessageType, {
    description:
      'Says a message of yours otherwise, within 15 minutes. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_EMPTY, MESSAGE_TOO_OLD.',
  })
  async editMessage(
    @Arg('input', () => EditMessageInput, { description: 'Which message, and its text.' }) input: EditMessageInput,
    @Ctx() context: Context,
  ): Promise<MessageRow> {
    return rowOf(await context.run(editMessage, input));
  }

  @Auth('message:send')
  @Mutation(() => MessageType, {
    description:
      'Takes a message of yours back, with its files; its place stays. An admin does it with any, and says why. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, LEGAL_HOLD.',
  })
  async deleteMessage(
    @Arg('input', () => DeleteMessageInput, { description: 'Which message, and why.' }) input: DeleteMessageInput,
    @Ctx() context: Context,
  ): Promise<MessageRow> {
    return rowOf(await context.run(deleteMessage, input));
  }

  @Auth('message:send')
  @Mutation(() => MessageType, {
    description: 'Keeps a message in sight for everybody who reads it, or not any more. Errors: NOT_FOUND.',
  })
  async pinMessage(
    @Arg('input', () => PinMessageInput, { description: 'Which message.' }) input: PinMessageInput,
    @Ctx() context: Context,
  ): Promise<MessageRow> {
    return rowOf(await context.run(pinMessage, input));
  }

  @FieldResolver(() => Boolean)
  isInternal(@Root() { audience }: MessageRow): boolean {
    return audience !== 'ALL';
  }

  @FieldResolver(() => Boolean)
  isPinned(@Root() { pinnedAt }: MessageRow): boolean {
    return pinnedAt !== null;
  }

  @FieldResolver(() => Boolean)
  isDeleted(@Root() { deletedAt }: MessageRow): boolean {
    return deletedAt !== null;
  }

  @FieldResolver(() => Boolean)
  async isReadByTeam(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<boolean> {
    return (await loadOne(context, readByTeam, id)) ?? false;
  }

  @FieldResolver(() => MessageStatusEnum)
  status(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<MessageStatus> {
    return loadSure(context, statusesOf, id);
  }

  @FieldResolver(() => [MessageReaderType])
  async readBy(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<readonly Reader[]> {
    return (await loadOne(context, readersOf, id)) ?? [];
  }

  @FieldResolver(() => [MessageRevisionType])
  async revisions(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<readonly Revision[]> {
    return (await loadOne(context, revisionsOf, id)) ?? [];
  }

  @FieldResolver(() => UserType, { nullable: true })
  async sender(@Root() { senderId }: MessageRow, @Ctx() context: Context): Promise<Person | null> {
    return senderId === null ? null : ((await loadOne(context, peopleByIds, senderId)) ?? null);
  }

  @FieldResolver(() => Boolean)
  isFromVisitor(@Root() { visitorId }: MessageRow): boolean {
    return visitorId !== null;
  }

  @FieldResolver(() => String, { nullable: true })
  async visitorName(@Root() { visitorId }: MessageRow, @Ctx() context: Context): Promise<string | null> {
    return visitorId === null ? null : ((await loadOne(context, visitorNames, visitorId)) ?? null);
  }

  @FieldResolver(() => [StoredFileType])
  async attachments(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<readonly FileRow[]> {
    return (await loadOne(context, attachmentsOf, id)) ?? [];
  }
}

/** A message just written, as a row: a replica may not have it yet. */
const rowOf = ({ conversation, sender, visitor, parent, ...message }: Message): MessageRow => ({
  ...message,
  conversationId: conversation.id,
  senderId: sender?.id ?? null,
  visitorId: visitor?.id ?? null,
  parentId: parent?.id ?? null,
});
