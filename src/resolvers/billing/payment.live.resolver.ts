import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { PaymentUpdatedArgs, PaymentUpdatedType } from '../../schema/billing/payment-updated.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { getPayment, paymentUpdated, whoSeesPayment, type PaymentRow } from '../../services/billing/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const changes = liveStream<PaymentUpdatedArgs, Context>(({ args: { paymentId, after } }) => ({
  topic: paymentUpdated,
  key: paymentId,
  after: liveAfter(after),
  entitled: (_event, people, context) => whoSeesPayment(context.read, paymentId, people),
}));

/** Payments as they change. */
@Resolver(() => PaymentUpdatedType)
export class PaymentLiveResolver {
  @Auth('payment:read')
  @Subscription(() => PaymentUpdatedType, {
    description: 'One payment, whenever it changes: your own, any for an admin. Error: NOT_FOUND.',
    subscribe: async (request) => {
      const { args, context } = request as { args: PaymentUpdatedArgs; context: Context };
      await getPayment(context.read, args.paymentId);
      return changes(request);
    },
  })
  async paymentUpdated(
    @Root() event: LiveDelivery,
    @Args(() => PaymentUpdatedArgs) { paymentId }: PaymentUpdatedArgs,
    @Ctx() context: Context,
  ): Promise<{ payment: PaymentRow; cursor: string }> {
    return { payment: await getPayment(context.read, paymentId), cursor: liveCursor(event) };
  }
}
