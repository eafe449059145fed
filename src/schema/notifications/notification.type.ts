import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime, JsonObject } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { NotificationAudienceEnum, NotificationTypeEnum } from './notification.enums.ts';

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

  @Field(() => Int, { description: 'How many of its kind it stands for; 1 where it stands alone.' })
  count!: number;

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

  @Field(() => Int, { description: 'How many people it is for.' })
  recipientCount!: number;
}

@ObjectType('UnreadOfType', { description: 'Unread notifications of one type.', simpleResolvers: true })
export class UnreadOfTypeType {
  @Field(() => NotificationTypeEnum, { description: 'The type.' })
  type!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('UnreadNotifications', {
  description: 'How many of your notifications you have not seen: neither dismissed nor expired.',
})
export class UnreadNotificationsType {
  @Field(() => Int, { description: 'All together.' })
  total!: number;

  @Field(() => [UnreadOfTypeType], { description: 'Type by type, without those that have none.' })
  byType!: UnreadOfTypeType[];
}

@ObjectType('UnreadCountChanged', { description: 'The number of your unread notifications changed.' })
export class UnreadCountChangedType {
  @Field(() => Int, { description: 'How many there are now.' })
  total!: number;

  @Field(() => Cursor, { description: 'The position in the stream: pass it as `after` when you reconnect.' })
  cursor!: string;
}

@ObjectType('AdminBroadcast', { description: 'A notification that admins sent to many users.', simpleResolvers: true })
export class AdminBroadcastType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => NotificationAudienceEnum, {
    nullable: true,
    description: 'The recipients; null where they were named one by one.',
  })
  audience!: string | null;

  @Field(() => String, { description: 'Its line.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  message!: string;

  @Field(() => NotificationTypeEnum, { description: 'What it is about.' })
  type!: string;

  @Field(() => PriorityEnum, { description: 'How pressing it is.' })
  priority!: string;

  @Field(() => Int, { description: 'How many people it is for.' })
  recipientCount!: number;

  @Field(() => Boolean, { description: 'Did it go by e-mail, too?' })
  isByMail!: boolean;

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Shown until then; null means without an end.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When everybody was notified; null while it is on its way, and where it was taken back before.',
  })
  completedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null if it was not.' })
  withdrawnAt!: Date | null;
}

export const AdminBroadcastConnection = connectionOf(AdminBroadcastType, 'AdminBroadcast', { isCounted: true });
export type AdminBroadcastConnection = InstanceType<typeof AdminBroadcastConnection>;
