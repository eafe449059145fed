import { ArrayMaxSize, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { NotificationType } from '../../entities/notifications/notification.entity.ts';
import type {
  NotificationChannel,
  NotificationMode,
} from '../../entities/notifications/notification-preference.entity.ts';
import type { MailWish } from '../../services/kernel/mail-wishes.ts';
import { Line } from '../shared/text.rules.ts';
import { NotificationTypeEnum } from './notification.enums.ts';
import { MailWishEnum, NotificationChannelEnum, NotificationModeEnum } from './notification-preferences.type.ts';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

@InputType({ description: 'How to be notified of one type of notification, by one channel.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationTypeEnum, { description: 'Of what.' })
  type!: NotificationType;

  @Field(() => NotificationChannelEnum, { description: 'By which way.' })
  channel!: NotificationChannel;

  @Field(() => NotificationModeEnum, {
    description: 'When. SECURITY is always immediate; in the application there are no digests.',
  })
  mode!: NotificationMode;
}

@InputType({ description: 'What changes of how you are notified. What is absent stays.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { nullable: true, description: 'At most 24.' })
  @IsOptional()
  @ArrayMaxSize(24)
  @ValidateNested()
  preferences?: NotificationPreferenceInput[] | null;

  @Field(() => String, { nullable: true, description: 'When the digest is sent, as 08:30.' })
  @IsOptional()
  @MaxLength(5)
  @Matches(clockTime)
  digestAt?: string | null;

  @Field(() => String, { nullable: true, description: 'On the clock of which zone, as Europe/Paris.' })
  @IsOptional()
  @Line(0, 64)
  digestTimeZone?: string | null;

  @Field(() => [MailWishEnum], { nullable: true, description: 'Kinds of mails that you ended, and want again.' })
  @IsOptional()
  @ArrayMaxSize(3)
  resubscribeTo?: MailWish[] | null;
}

@InputType({ description: 'Hours of a week, on the clock of a zone.' })
export class QuietHoursInput {
  @Field(() => String, { description: 'When they begin, as 22:00.' })
  @MaxLength(5)
  @Matches(clockTime)
  from!: string;

  @Field(() => String, { description: 'When they end, as 07:00; the next day when it is earlier than `from`.' })
  @MaxLength(5)
  @Matches(clockTime)
  to!: string;

  @Field(() => [Int], { nullable: true, description: 'The days on which they begin, 1 for Monday to 7; every day.' })
  @IsOptional()
  @ArrayMaxSize(7)
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays?: number[] | null;

  @Field(() => String, { nullable: true, description: 'A zone of the IANA database; the application’s unless given.' })
  @IsOptional()
  @Line(0, 64)
  timeZone?: string | null;
}

@InputType({ description: 'The hours in which you want no mail that can wait.' })
export class SetQuietHoursInput {
  @Field(() => QuietHoursInput, { nullable: true, description: 'The hours; null for none.' })
  @IsOptional()
  @ValidateNested()
  quietHours?: QuietHoursInput | null;
}
