import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  SetQuietHoursInput,
  UpdateNotificationPreferencesInput,
} from '../../schema/notifications/notification-preferences.input.ts';
import { NotificationPreferencesType } from '../../schema/notifications/notification-preferences.type.ts';
import {
  myNotificationPreferences,
  setQuietHours,
  updateNotificationPreferences,
  type NotificationPreferences,
} from '../../services/notifications/index.ts';
import type { Context } from '../context.ts';

/** How the signed-in person is notified. */
@Resolver(() => NotificationPreferencesType)
export class NotificationPreferencesResolver {
  @Auth('notification:manage')
  @Query(() => NotificationPreferencesType, {
    description: 'How you are notified of what, when your digest comes, and your quiet hours.',
  })
  myNotificationPreferences(@Ctx() context: Context): Promise<NotificationPreferences> {
    return context.run(myNotificationPreferences, {});
  }

  @Auth('notification:manage')
  @Mutation(() => NotificationPreferencesType, {
    description: 'Changes how you are notified. Errors: PREFERENCE_NOT_ALLOWED.',
  })
  updateNotificationPreferences(
    @Arg('input', () => UpdateNotificationPreferencesInput, { description: 'What changes.' })
    input: UpdateNotificationPreferencesInput,
    @Ctx() context: Context,
  ): Promise<NotificationPreferences> {
    return context.run(updateNotificationPreferences, input);
  }

  @Auth('notification:manage')
  @Mutation(() => NotificationPreferencesType, {
    description: 'Sets the hours in which no mail is sent to you that can wait.',
  })
  setQuietHours(
    @Arg('input', () => SetQuietHoursInput, { description: 'The hours, or none.' }) input: SetQuietHoursInput,
    @Ctx() context: Context,
  ): Promise<NotificationPreferences> {
    return context.run(setQuietHours, input);
  }
}
