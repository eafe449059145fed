import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { messageTypes } from '../../entities/messaging/message.entity.ts';
import { StoredFileType } from '../files/stored-file.type.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { UserType } from '../identity/user.type.ts';

export const MessageTypeEnum = enumOf(messageTypes);
registerEnumType(MessageTypeEnum, {
  name: 'MessageType',
  description: 'Who wrote a message.',
  valuesConfig: {
    USER_MESSAGE: { description: 'A participant.' },
    SYSTEM_MESSAGE: { description: 'The application.' },
    SUPPORT_MESSAGE: { description: 'The support.' },
    ADMIN_MESSAGE: { description: 'An admin who is not a participant.' },
    CONSULTATION_REQUEST: { description: 'Whoever asked for a consultation, which the conversation is about.' },
  },
});

@ObjectType('Message', { description: 'A message of a conversation.', simpleResolvers: true })
export class MessageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'Its conversation.' })
  conversationId!: string;

  @Field(() => MessageTypeEnum, { description: 'Who wrote it.' })
  type!: string;

  @Field(() => String, { description: 'The text; empty when there are only files.' })
  content!: string;

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: unknown;

  @Field(() => UserType, { nullable: true, description: 'Who sent it; null for a message of the application.' })
  sender!: UserType | null;

  @Field(() => [StoredFileType], { description: 'Files sent along.' })
  attachments!: StoredFileType[];
}

export const MessageConnection = connectionOf(MessageType, 'Message', { isCounted: true });
export type MessageConnection = InstanceType<typeof MessageConnection>;

@ObjectType('MessageAdded', { description: 'A message that was just sent.', simpleResolvers: true })
export class MessageAddedType {
  @Field(() => MessageType, { description: 'The message.' })
  message!: MessageType;

  @Field(() => Cursor, { description: 'Position in the stream: give it back as `after` when you reconnect.' })
  cursor!: string;
}
