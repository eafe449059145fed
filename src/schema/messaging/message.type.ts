import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { messageAudiences, messageStatuses, messageTypes } from '../../entities/messaging/message.entity.ts';
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
    ADMIN_MESSAGE: { description: 'An admin.' },
    CONSULTATION_REQUEST: { description: 'Whoever asked for a consultation, which the conversation is about.' },
  },
});

export const MessageAudienceEnum = enumOf(messageAudiences);
registerEnumType(MessageAudienceEnum, {
  name: 'MessageAudience',
  description: 'Who reads a message.',
  valuesConfig: {
    ALL: { description: 'Everybody in the conversation.' },
    STAFF: { description: 'Those of the team in the conversation, and admins.' },
    ADMIN: { description: 'Admins.' },
  },
});

export const MessageStatusEnum = enumOf(messageStatuses);
registerEnumType(MessageStatusEnum, {
  name: 'MessageStatus',
  description: 'Where a message stands, for whoever asks.',
  valuesConfig: {
    DRAFT: { description: 'It is begun and not sent: what `Conversation.draft` holds. No message in a list has it.' },
    SENT: { description: 'It is yours, and nobody whom you may know of has read it yet.' },
    DELIVERED: { description: 'It is somebody else’s, and you have not read it.' },
    READ: { description: 'You have read it; one of yours: the team has, or for the team anybody.' },
    ARCHIVED: { description: 'You have archived its conversation.' },
  },
});

@ObjectType('MessageReader', { description: 'Somebody who has read a message.', simpleResolvers: true })
export class MessageReaderType {
  @Field(() => UserType, { description: 'Who.' })
  person!: UserType;

  @Field(() => DateTime, { nullable: true, description: 'When they last said that they have read.' })
  at!: unknown;
}

@ObjectType('MessageRevision', { description: 'What a message said before.', simpleResolvers: true })
export class MessageRevisionType {
  @Field(() => String, { description: 'The text.' })
  content!: string;

  @Field(() => DateTime, { description: 'When it was replaced.' })
  at!: unknown;
}

@ObjectType('Message', { description: 'A message of a conversation.', simpleResolvers: true })
export class MessageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'Its conversation.' })
  conversationId!: string;

  @Field(() => MessageTypeEnum, { description: 'Who wrote it.' })
  type!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What its writer says that it is about; null where that is the subject of the conversation.',
  })
  subject!: string | null;

  @Field(() => String, { description: 'The text; empty when there are only files, or when it was deleted.' })
  content!: string;

  @Field(() => MessageAudienceEnum, { description: 'Who reads it.' })
  audience!: string;

  @Field(() => Boolean, { description: 'Only the team reads it.' })
  isInternal!: boolean;

  @Field(() => ID, { nullable: true, description: 'The message that it answers.' })
  parentId!: string | null;

  @Field(() => Boolean, { description: 'It is kept in sight.' })
  isPinned!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was last edited; null when it never was.' })
  editedAt!: unknown;

  @Field(() => Boolean, { description: 'It was taken back: its words and its files are gone, its place stays.' })
  isDeleted!: boolean;

  @Field(() => Boolean, { description: 'Somebody of the team in the conversation has read it.' })
  isReadByTeam!: boolean;

  @Field(() => MessageStatusEnum, { description: 'Where it stands for you.' })
  status!: string;

  @Field(() => [MessageReaderType], { description: 'Who has read it, for the team; empty for others.' })
  readBy!: MessageReaderType[];

  @Field(() => [MessageRevisionType], {
    description: 'What it said before, the oldest first, for admins; empty for others.',
  })
  revisions!: MessageRevisionType[];

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: unknown;

  @Field(() => UserType, {
    nullable: true,
    description: 'Who sent it; null for a message of the application, and of a visitor without an account.',
  })
  sender!: UserType | null;

  @Field(() => Boolean, { description: 'It was written without an account.' })
  isFromVisitor!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The name that was given with it, where it was written without an account; null otherwise.',
  })
  visitorName!: string | null;

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

@ObjectType('Typing', { description: 'Somebody who writes in a conversation just now.', simpleResolvers: true })
export class TypingType {
  @Field(() => UserType, { description: 'Who writes.' })
  person!: UserType;

  @Field(() => DateTime, { description: 'Until when they are shown as writing, unless they say so again.' })
  until!: string;
}

@ObjectType('MessageChanged', {
  description: 'A message that was just edited, deleted or pinned.',
  simpleResolvers: true,
})
export class MessageChangedType {
  @Field(() => MessageType, { description: 'The message as it is now.' })
  message!: MessageType;

  @Field(() => Cursor, { description: 'Position in the stream: give it back as `after` when you reconnect.' })
  cursor!: string;
}
