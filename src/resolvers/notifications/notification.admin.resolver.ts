import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { CreateAdminNotificationInput } from '../../schema/notifications/notification.input.ts';
import { AdminNotificationType } from '../../schema/notifications/notification.type.ts';
import { createAdminNotification, type Broadcast } from '../../services/notifications/index.ts';
import type { Context } from '../context.ts';

/** What the house tells people. */
@Resolver(() => AdminNotificationType)
export class NotificationAdminResolver {
  @Heavy()
  @Auth('notification:create')
  @Mutation(() => AdminNotificationType, { description: 'Tells everyone active, or everyone active in a role.' })
  createAdminNotification(
    @Arg('input', () => CreateAdminNotificationInput, { description: 'Who is told, and what.' })
    input: CreateAdminNotificationInput,
    @Ctx() context: Context,
  ): Promise<Broadcast> {
    return context.run(createAdminNotification, input);
  }
}
