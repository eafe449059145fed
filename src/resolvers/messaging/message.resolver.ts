import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Message } from '../../entities/messaging/message.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { StoredFileType } from '../../schema/files/stored-file.type.ts';
import { MessageType } from '../../schema/messaging/message.type.ts';
import { SendMessageInput } from '../../schema/messaging/messaging.input.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import type { FileRow, IncomingFile } from '../../services/files/index.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import { attachmentsOf, sendMessage, type MessageRow } from '../../services/messaging/index.ts';
import { loadOne, type Context } from '../context.ts';

/** Messages. */
@Resolver(() => MessageType)
export class MessageResolver {
  @Auth('message:send')
  @Mutation(() => MessageType, {
    description:
      'Sends a message to a conversation. Errors: NOT_FOUND, MESSAGE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED, QUOTA_EXCEEDED, CONFLICT.',
  })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'The message.' })
    { conversationId, content, attachments, key }: SendMessageInput,
    @Ctx() context: Context,
  ): Promise<MessageRow> {
    // What the upload route put in the place of each variable.
    const files = (attachments ?? []) as Promise<IncomingFile>[];
    return rowOf(
      await context.perform(sendMessage, { conversationId, content: content ?? '', attachments: files, key }),
    );
  }

  @FieldResolver(() => UserType, { nullable: true })
  async sender(@Root() { senderId }: MessageRow, @Ctx() context: Context): Promise<Person | null> {
    return senderId === null ? null : ((await loadOne(context, peopleByIds, senderId)) ?? null);
  }

  @FieldResolver(() => [StoredFileType])
  async attachments(@Root() { id }: MessageRow, @Ctx() context: Context): Promise<readonly FileRow[]> {
    return (await loadOne(context, attachmentsOf, id)) ?? [];
  }
}

/** A message just written, as a row: a replica may not have it yet. */
const rowOf = ({ id, conversation, sender, type, content, createdAt }: Message): MessageRow => ({
  id,
  conversationId: conversation.id,
  senderId: sender?.id ?? null,
  type,
  content,
  createdAt,
});
