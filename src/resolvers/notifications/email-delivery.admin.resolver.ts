import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  EmailDeliveriesArgs,
  EmailDeliveryArgs,
  EmailDeliveryConnection,
  EmailDeliveryDetailsType,
  EmailDeliveryType,
  RetryEmailInput,
} from '../../schema/notifications/email-delivery.type.ts';
import {
  EmailSuppressionConnection,
  EmailSuppressionsArgs,
  EmailSuppressionType,
  LiftSuppressionInput,
} from '../../schema/notifications/email-suppression.type.ts';
import {
  liftSuppression,
  listEmailDeliveries,
  listSuppressions,
  retryEmail,
  showEmailDelivery,
  type EmailDeliveryRow,
  type EmailEventRow,
  type SuppressionRow,
} from '../../services/notifications/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** What became of the e-mails, and the addresses that get none, for admins. */
@Resolver(() => EmailDeliveryType)
export class EmailDeliveryAdminResolver {
  @Auth('mail:read')
  @Query(() => EmailDeliveryConnection, {
    description: 'The e-mails of the last 90 days, newest first, without what they say.',
  })
  emailDeliveries(
    @Args(() => EmailDeliveriesArgs) args: EmailDeliveriesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<EmailDeliveryRow>> {
    return listEmailDeliveries(context.read, args);
  }

  @Auth('mail:read')
  @Query(() => EmailDeliveryDetailsType, {
    description: 'One e-mail, and what the provider said of it. Errors: NOT_FOUND.',
  })
  emailDelivery(
    @Args(() => EmailDeliveryArgs) args: EmailDeliveryArgs,
    @Ctx() context: Context,
  ): Promise<{ delivery: EmailDeliveryRow; events: readonly EmailEventRow[] }> {
    return showEmailDelivery(context.read, args);
  }

  @Auth('mail:retry')
  @Mutation(() => EmailDeliveryType, {
    description:
      'Sends an e-mail again that was given up. Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is under way or has arrived, or whose code or link would be dead, EMAIL_SUPPRESSED.',
  })
  retryEmail(
    @Arg('input', () => RetryEmailInput, { description: 'Which one.' }) input: RetryEmailInput,
    @Ctx() context: Context,
  ): Promise<EmailDeliveryRow> {
    return context.perform(retryEmail, input);
  }

  @Auth('mail:read')
  @Query(() => EmailSuppressionConnection, { description: 'The addresses that e-mails are not sent to.' })
  emailSuppressions(
    @Args(() => EmailSuppressionsArgs) args: EmailSuppressionsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<SuppressionRow>> {
    return listSuppressions(context.read, args);
  }

  @Auth('mail:retry')
  @Mutation(() => EmailSuppressionType, {
    description:
      'Sends e-mails to an address again; what was owed to it within the last day is tried once more. Errors: NOT_FOUND.',
  })
  liftSuppression(
    @Arg('input', () => LiftSuppressionInput, { description: 'Which one.' }) input: LiftSuppressionInput,
    @Ctx() context: Context,
  ): Promise<SuppressionRow> {
    return context.perform(liftSuppression, input);
  }
}
