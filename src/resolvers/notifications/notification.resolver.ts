import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  DeleteNotificationInput,
  MarkNotificationReadInput,
  MarkNotificationsReadInput,
  NotificationsArgs,
} from '../../schema/notifications/notification.input.ts';
import {
  NotificationConnection,
  NotificationType,
  UnreadNotificationsType,
  UnreadOfTypeType,
} from '../../schema/notifications/notification.type.ts';
import {
  countUnreadByType,
  countUnreadNotifications,
  deleteNotification,
  deleteReadNotifications,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  markNotificationsRead,
  notificationRowOf,
  type NotificationRow,
  type UnreadOfType,
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

  @Auth('notification:read')
  @Query(() => UnreadNotificationsType, { description: 'How many of them you have not seen, together and by type.' })
  unreadNotifications(): object {
    return {};
  }

  @Auth('notification:read')
  @Mutation(() => Int, { description: 'You have seen these; answers how many were unread. Errors: NOT_FOUND.' })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which ones.' }) input: MarkNotificationsReadInput,
    @Ctx() context: Context,
  ): Promise<number> {
    return context.run(markNotificationsRead, input);
  }

  @Auth('notification:manage')
  @Mutation(() => Int, { description: 'You want to see no more of what you have read; answers how many that were.' })
  deleteReadNotifications(@Ctx() context: Context): Promise<number> {
    return context.run(deleteReadNotifications, {});
  }
}

/** Each count is asked for by itself: the total is kept, the others are counted. */
@Resolver(() => UnreadNotificationsType)
export class UnreadNotificationsResolver {
  @FieldResolver(() => Int, { description: 'All together.' })
  total(@Ctx() context: Context): Promise<number> {
    return countUnreadNotifications(context.read);
  }

  @FieldResolver(() => [UnreadOfTypeType], { description: 'Type by type, without those that have none.' })
  byType(@Ctx() context: Context): Promise<UnreadOfType[]> {
    return countUnreadByType(context.read);
  }
}
