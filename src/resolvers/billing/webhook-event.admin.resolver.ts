import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  ReplayWebhookEventInput,
  WebhookEventConnection,
  WebhookEventsArgs,
  WebhookEventType,
} from '../../schema/billing/webhook-event.type.ts';
import { SimulateStripeEventInput } from '../../schema/billing/simulate-stripe-event.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  getWebhookEvent,
  listWebhookEvents,
  replayWebhookEvent,
  simulateStripeEvent,
  type WebhookEventRow,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The inbox of the payment providers' events, for admins. */
@Resolver(() => WebhookEventType)
export class WebhookEventAdminResolver {
  @Auth('webhook:read')
  @Query(() => WebhookEventConnection, { description: 'What the payment providers sent, newest first.' })
  webhookEvents(
    @Args(() => WebhookEventsArgs) args: WebhookEventsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<WebhookEventRow>> {
    return listWebhookEvents(context.read, args);
  }

  @Auth('webhook:simulate')
  @Mutation(() => Boolean, {
    description:
      'Lets something happen at the payment sandbox, which sends the events of it as Stripe would. NOT_FOUND where there is no sandbox, as in production. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async simulateStripeEvent(
    @Arg('input', () => SimulateStripeEventInput, { description: 'What happens.' })
    { type, paymentId, clientSecret, cardNumber }: SimulateStripeEventInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.perform(simulateStripeEvent, {
      type,
      paymentId: paymentId ?? null,
      clientSecret: clientSecret ?? null,
      cardNumber: cardNumber ?? null,
    });
    return true;
  }

  @Auth('webhook:replay')
  @Mutation(() => WebhookEventType, {
    description:
      'Processes an event again: one that waits, or one that was ignored though it is about a payment. One that was processed changes nothing. Errors: NOT_FOUND.',
  })
  async replayWebhookEvent(
    @Arg('input', () => ReplayWebhookEventInput, { description: 'Which event.' }) input: ReplayWebhookEventInput,
    @Ctx() context: Context,
  ): Promise<WebhookEventRow> {
    await context.perform(replayWebhookEvent, input);
    return getWebhookEvent(context.read, input.id);
  }
}
