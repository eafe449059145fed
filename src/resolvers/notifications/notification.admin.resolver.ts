import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { CreateAdminNotificationInput } from '../../schema/notifications/notification.input.ts';
import { AdminNotificationType } from '../../schema/notifications/notification.type.ts';
import { createAdminNotification, type BroadcastMade } from '../../services/notifications/index.ts';
import type { Context } from '../context.ts';

/** Notifications from admins to many people. */
@Resolver(() => AdminNotificationType)
export class NotificationAdminResolver {
  @Heavy()
  @Auth('notification:create')
  @Mutation(() => AdminNotificationType, {
    description:
      'Notifies every active person, every active person in a role, or some people; or answers how many that would be. NOT_FOUND when one of the named cannot be notified.',
  })
  createAdminNotification(
    @Arg('input', () => CreateAdminNotificationInput, { description: 'The recipients and the message.' })
    input: CreateAdminNotificationInput,
    @Ctx() context: Context,
  ): Promise<BroadcastMade> {
    return context.run(createAdminNotification, input);
  }
}
