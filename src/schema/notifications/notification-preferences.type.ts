import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  notificationChannels,
  notificationModes,
} from '../../entities/notifications/notification-preference.entity.ts';
import { mailWishes } from '../../services/kernel/mail-wishes.ts';
import { enumOf } from '../shared/enum-of.ts';
import { NotificationTypeEnum } from './notification.enums.ts';

export const NotificationChannelEnum = enumOf(notificationChannels);
registerEnumType(NotificationChannelEnum, {
  name: 'NotificationChannel',
  description: 'By which way somebody is notified.',
  valuesConfig: {
    IN_APP: { description: 'In the application.' },
    EMAIL: { description: 'By e-mail.' },
  },
});

export const NotificationModeEnum = enumOf(notificationModes);
registerEnumType(NotificationModeEnum, {
  name: 'NotificationMode',
  description: 'When somebody is notified.',
  valuesConfig: {
    IMMEDIATE: { description: 'At once.' },
    DIGEST: { description: 'In one mail a day.' },
    OFF: { description: 'Not at all.' },
  },
});

export const MailWishEnum = enumOf(mailWishes);
registerEnumType(MailWishEnum, {
  name: 'MailWish',
  description: 'Kinds of mails that nobody is owed, and that a link in each of them ends.',
  valuesConfig: {
    DIGESTS: { description: 'What waits for you, gathered.' },
    REMINDERS: { description: 'Reminders of what you may do.' },
    REPORTS: { description: 'Figures of the business.' },
  },
});

@ObjectType('NotificationPreference', {
  description: 'How somebody is notified of one type of notification, by one channel.',
  simpleResolvers: true,
})
export class NotificationPreferenceType {
  @Field(() => NotificationTypeEnum, { description: 'Of what.' })
  type!: string;

  @Field(() => NotificationChannelEnum, { description: 'By which way.' })
  channel!: string;

  @Field(() => NotificationModeEnum, { description: 'When.' })
  mode!: string;

  @Field(() => Boolean, { description: 'True where it cannot be switched off.' })
  isFixed!: boolean;
}

@ObjectType('QuietHours', {
  description: 'Hours of a week in which no mail is sent that can wait.',
  simpleResolvers: true,
})
export class QuietHoursType {
  @Field(() => String, { description: 'When they begin, as 22:00, on the clock of `timeZone`.' })
  from!: string;

  @Field(() => String, { description: 'When they end, as 07:00; the next day when it is not later than `from`.' })
  to!: string;

  @Field(() => [Int], { description: 'The days on which they begin: 1 for Monday to 7.' })
  weekdays!: number[];

  @Field(() => String, { description: 'A zone of the IANA database, as Europe/Paris.' })
  timeZone!: string;
}

@ObjectType('NotificationPreferences', { description: 'How a person is notified.', simpleResolvers: true })
export class NotificationPreferencesType {
  @Field(() => [NotificationPreferenceType], { description: 'For every type and channel.' })
  preferences!: NotificationPreferenceType[];

  @Field(() => QuietHoursType, { nullable: true, description: 'Their quiet hours; null for none.' })
  quietHours!: QuietHoursType | null;

  @Field(() => String, { description: 'When their digest is sent, as 08:30, on the clock of `digestTimeZone`.' })
  digestAt!: string;

  @Field(() => String, { description: 'A zone of the IANA database.' })
  digestTimeZone!: string;

  @Field(() => [MailWishEnum], { description: 'Kinds of mails that they ended by the link in one.' })
  unsubscribedFrom!: string[];
}
