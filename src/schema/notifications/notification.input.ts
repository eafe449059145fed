import { ArrayMaxSize, ArrayMinSize, IsDate, IsOptional, IsUUID, Matches, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { NotificationType as Kind, Priority } from '../../entities/notifications/notification.entity.ts';
import type { UserRole } from '../../services/kernel/roles.ts';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { searchedArgs, sortedArgs } from '../shared/list.args.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { NotificationAudienceEnum, NotificationTypeEnum } from './notification.enums.ts';
import { Line, Lines } from '../shared/text.rules.ts';

@InputType({ description: 'The notification that was read.' })
export class MarkNotificationReadInput {
  @Field(() => ID, { description: 'Notification.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'The notification to dismiss.' })
export class DeleteNotificationInput {
  @Field(() => ID, { description: 'Notification.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'A notification from the admins to many users.' })
export class CreateAdminNotificationInput extends KeyedInput {
  @Field(() => NotificationAudienceEnum, { description: 'The recipients.' })
  audience!: UserRole | 'EVERYONE';

  @Field(() => String, { description: 'One line, 1 to 255 characters.' })
  @MinLength(1)
  @Line(0, 255)
  title!: string;

  @Field(() => String, { description: 'The text, 1 to 5,000 characters.' })
  @MinLength(1)
  @Lines(0, 5_000)
  message!: string;

  @Field(() => NotificationTypeEnum, { nullable: true, description: 'Its subject; INFO by default.' })
  @IsOptional()
  type?: Kind | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'Its priority; NORMAL by default.' })
  @IsOptional()
  priority?: Priority | null;

  @Field(() => String, { nullable: true, description: 'A path in the front-end, beginning with one slash.' })
  @IsOptional()
  @Line(0, 500)
  @Matches(/^\/(?![/\\])\S*$/)
  actionUrl?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these people, at most 1,000, whatever the audience; those who cannot be notified are left out.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  userIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'By e-mail too, to who wants such mails; false by default.' })
  @IsOptional()
  isByMail?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True notifies nobody, and answers how many would be.' })
  @IsOptional()
  isDryRun?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Shown until then; without an end by default.' })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;
}

@ArgsType()
export class NotificationsArgs extends searchedArgs('NotificationSort', {
  of: 'notifications',
  within: 'a title or a message',
}) {
  @Field(() => Boolean, { nullable: true, description: 'Read ones, or unread ones; both by default.' })
  @IsOptional()
  isRead?: boolean | null;

  @Field(() => NotificationTypeEnum, { nullable: true, description: 'Only of this type.' })
  @IsOptional()
  type?: Kind | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'Only of this priority.' })
  @IsOptional()
  priority?: Priority | null;
}

@ArgsType()
export class AdminBroadcastsArgs extends sortedArgs('BroadcastSort', 'broadcast notifications') {}

@InputType({ description: 'The notifications that were read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { description: 'Notifications, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}

@InputType({ description: 'The broadcast notification to take back.' })
export class WithdrawBroadcastInput {
  @Field(() => ID, { description: 'Broadcast notification.' })
  @IsUUID()
  id!: string;
}
