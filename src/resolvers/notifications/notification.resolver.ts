import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  DeleteNotificationInput,
  MarkNotificationReadInput,
  NotificationsArgs,
} from '../../schema/notifications/notification.input.ts';
import { NotificationConnection, NotificationType } from '../../schema/notifications/notification.type.ts';
import {
  countUnreadNotifications,
  deleteNotification,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  notificationRowOf,
  type NotificationRow,
} from '../../services/notifications/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** In-app notifications of the signed-in person. */
@Resolver(() => NotificationType)
export class NotificationResolver {
  @Auth('notification:read')
  @Query(() => NotificationConnection, { description: 'Your notifications: the most pressing first, then the newest.' })
  notifications(
    @Args(() => NotificationsArgs) args: NotificationsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<NotificationRow>> {
    return listNotifications(context.read, args);
  }

  @Auth('notification:read')
  @Query(() => Int, { description: 'How many of them you have not seen.' })
  unreadNotificationCount(@Ctx() context: Context): Promise<number> {
    return countUnreadNotifications(context.read);
  }

  @Auth('notification:read')
  @Mutation(() => NotificationType, { description: 'You have seen one. Errors: NOT_FOUND.' })
  async markNotificationRead(
    @Arg('input', () => MarkNotificationReadInput, { description: 'Which one.' }) input: MarkNotificationReadInput,
    @Ctx() context: Context,
  ): Promise<NotificationRow> {
    return notificationRowOf(await context.run(markNotificationRead, input));
  }

  @Auth('notification:read')
  @Mutation(() => Int, { description: 'You have seen them all; answers how many were unread.' })
  markAllNotificationsRead(@Ctx() context: Context): Promise<number> {
    return context.run(markAllNotificationsRead, {});
  }

  @Auth('notification:read')
  @Mutation(() => NotificationType, { description: 'You want to see it no more. Errors: NOT_FOUND.' })
  async deleteNotification(
    @Arg('input', () => DeleteNotificationInput, { description: 'Which one.' }) input: DeleteNotificationInput,
    @Ctx() context: Context,
  ): Promise<NotificationRow> {
    return notificationRowOf(await context.run(deleteNotification, input));
  }
}
