import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { NotificationAddedType, UnreadCountChangedType } from '../../schema/notifications/notification.type.ts';
import { LiveArgs } from '../../schema/shared/live.args.ts';
import { personOf } from '../../services/access/actor.ts';
import {
  countUnreadNotifications,
  notificationAdded,
  notificationsToPublish,
  type NotificationRow,
} from '../../services/notifications/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { loadTogether, type Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

@Resolver(() => NotificationAddedType)
export class NotificationLiveResolver {
  @Auth('notification:read')
  @Subscription(() => NotificationAddedType, {
    description: 'Your notifications as they arrive.',
    subscribe: liveStream<LiveArgs, Context>(({ args, context }) => {
      const key = personOf(context.actor);
      return {
        topic: notificationAdded,
        key,
        after: liveAfter(args.after),
        accepts: ({ payload }) => payload['notificationId'] !== undefined,
        entitled: (_event, people) => new Set(people.flatMap(({ userId }) => (userId === key ? [key] : []))),
      };
    }),
  })
  async notificationAdded(
    @Root() event: LiveDelivery,
    @Args(() => LiveArgs) _args: LiveArgs,
    @Ctx() context: Context,
  ): Promise<{ notification: NotificationRow; cursor: string }> {
    const notification = await loadTogether(context, notificationsToPublish, String(event.payload['notificationId']));
    if (notification?.userId !== context.actor.userId) throw new DomainError('NOT_FOUND');
    return { notification, cursor: liveCursor(event) };
  }

  @Auth('notification:read')
  @Subscription(() => UnreadCountChangedType, {
    description: 'How many notifications you have not seen, each time that it changes.',
    subscribe: liveStream<LiveArgs, Context>(({ args, context }) => {
      const key = personOf(context.actor);
      return {
        topic: notificationAdded,
        key,
        after: liveAfter(args.after),
        entitled: (_event, people) => new Set(people.flatMap(({ userId }) => (userId === key ? [key] : []))),
      };
    }),
  })
  async unreadCountChanged(
    @Root() event: LiveDelivery,
    @Args(() => LiveArgs) _args: LiveArgs,
    @Ctx() context: Context,
  ): Promise<{ total: number; cursor: string }> {
    return { total: await countUnreadNotifications(context.read), cursor: liveCursor(event) };
  }
}
