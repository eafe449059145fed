import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  SmsDeliveriesArgs,
  SmsDeliveryConnection,
  SmsDeliveryType,
} from '../../schema/notifications/sms-delivery.type.ts';
import { listSmsDeliveries, type SmsDeliveryRow } from '../../services/notifications/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The text messages that were sent, for admins. */
@Resolver(() => SmsDeliveryType)
export class SmsDeliveryAdminResolver {
  @Auth('sms:read')
  @Query(() => SmsDeliveryConnection, {
    description: 'The text messages of the last 90 days, newest first, without what they say.',
  })
  smsDeliveries(
    @Args(() => SmsDeliveriesArgs) args: SmsDeliveriesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<SmsDeliveryRow>> {
    return context.perform(listSmsDeliveries, args);
  }
}
