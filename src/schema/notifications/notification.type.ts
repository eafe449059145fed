import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime, JsonObject } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { NotificationTypeEnum } from './notification.enums.ts';

@ObjectType('Notification', { description: 'An in-app notification.', simpleResolvers: true })
export class NotificationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'One line, in the person’s language.' })
  title!: string;

  @Field(() => String, { description: 'What happened, in the person’s language.' })
  message!: string;

  @Field(() => NotificationTypeEnum, { description: 'What it is about.' })
  type!: string;

  @Field(() => PriorityEnum, { description: 'How pressing it is.' })
  priority!: string;

  @Field(() => JsonObject, {
    nullable: true,
    description: 'Identifiers of what it is about; null when there are none.',
  })
  data!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go, a path in the front-end; null when there is nowhere.',
  })
  actionUrl!: string | null;

  @Field(() => Boolean, { description: 'Has its recipient read it?' })
  isRead!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was first read; null before.' })
  readAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'Shown until then; null means without an end.' })
  expiresAt!: unknown;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: unknown;
}

export const NotificationConnection = connectionOf(NotificationType, 'Notification', { isCounted: true });
export type NotificationConnection = InstanceType<typeof NotificationConnection>;

@ObjectType('NotificationAdded', { description: 'A notification that has just arrived.', simpleResolvers: true })
export class NotificationAddedType {
  @Field(() => NotificationType, { description: 'The notification.' })
  notification!: NotificationType;

  @Field(() => Cursor, { description: 'The position in the stream: pass it as `after` when you reconnect.' })
  cursor!: string;
}

@ObjectType('AdminNotification', {
  description: 'A notification sent by the admins to many users.',
  simpleResolvers: true,
})
export class AdminNotificationType {
  @Field(() => ID, { description: 'Identifier, as in the audit log.' })
  id!: string;

  @Field(() => Int, { description: 'How many people received it.' })
  recipientCount!: number;
}
