import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { CheckoutSessionType } from '../../schema/billing/checkout-session.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  GuestOrderTokenArgs,
  GuestOrderTokenInput,
  RequestGuestReviewInput,
  StartGuestOrderInput,
  UploadGuestManuscriptInput,
} from '../../schema/orders/guest-order.input.ts';
import { GuestOrderType, StartedGuestOrderType } from '../../schema/orders/guest-order.type.ts';
import type { CheckoutSession } from '../../services/billing/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import {
  abandonGuestOrder,
  attachGuestOrder,
  guestOrderStatus,
  openGuestCheckout,
  requestGuestReview,
  resumeGuestOrder,
  showGuestOrder,
  startGuestOrder,
  uploadGuestManuscript,
  type GuestOrderRow,
  type StartedGuestOrder,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';

interface Shown {
  readonly guestOrder: GuestOrderRow;
  readonly resumeToken: string;
}

const shown = async (context: Context, { guestOrderId, resumeToken }: StartedGuestOrder): Promise<Shown> => ({
  guestOrder: await showGuestOrder(context.read, guestOrderId),
  resumeToken,
});

/** Orders of visitors without an account: whoever holds the token of one may do what its visitor may. */
@Resolver(() => GuestOrderType)
export class GuestOrderPublicResolver {
  @Credential()
  @Public()
  @Query(() => GuestOrderType, {
    description: 'How the order that a token opens stands. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, RATE_LIMITED.',
  })
  guestOrderStatus(
    @Args(() => GuestOrderTokenArgs) args: GuestOrderTokenArgs,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    return context.perform(guestOrderStatus, args);
  }

  @Credential()
  @Public()
  @Mutation(() => StartedGuestOrderType, {
    description:
      'Begins an order without an account; the account is opened once it is paid. Says the same for any address. Ten an hour, three open ones an address. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, CONSENT_REQUIRED, PASSWORD_TOO_WEAK, PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, INPUT_INVALID, RATE_LIMITED.',
  })
  async startGuestOrder(
    @Arg('input', () => StartGuestOrderInput, { description: 'Who orders what.' }) input: StartGuestOrderInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(startGuestOrder, input));
  }

  @Credential()
  @Public()
  @Mutation(() => GuestOrderType, {
    description:
      'Sends the text of an order without an account, five times at most; the one before is destroyed. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, QUOTA_EXCEEDED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED.',
  })
  async uploadGuestManuscript(
    @Arg('input', () => UploadGuestManuscriptInput, { description: 'Which order, and the text.' })
    input: UploadGuestManuscriptInput,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    const file = input.file as Promise<IncomingFile>;
    return showGuestOrder(context.read, await context.perform(uploadGuestManuscript, { token: input.token, file }));
  }

  @Credential()
  @Public()
  @Mutation(() => CheckoutSessionType, {
    description:
      'Opens the payment page of an order without an account, or answers the one that is open. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, FILE_MISSING, FILE_INFECTED, ACTION_NOT_ALLOWED, ORDER_ALREADY_PAID, AMOUNT_TOO_SMALL, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE.',
  })
  openGuestCheckout(
    @Arg('input', () => GuestOrderTokenInput, { description: 'Which order.' }) input: GuestOrderTokenInput,
    @Ctx() context: Context,
  ): Promise<CheckoutSession> {
    return context.perform(openGuestCheckout, input);
  }

  @Credential()
  @Public()
  @Mutation(() => GuestOrderType, {
    description:
      'Asks for a price by a person before paying. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async requestGuestReview(
    @Arg('input', () => RequestGuestReviewInput, { description: 'Which order, and what to look at.' })
    input: RequestGuestReviewInput,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    return showGuestOrder(context.read, await context.perform(requestGuestReview, input));
  }

  @Credential()
  @Public()
  @Mutation(() => StartedGuestOrderType, {
    description:
      'Takes an order up again by the link of a mail, on any device: answers a new token, the old one is void. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED once it is paid.',
  })
  async resumeGuestOrder(
    @Arg('input', () => GuestOrderTokenInput, { description: 'The token of the link.' }) input: GuestOrderTokenInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(resumeGuestOrder, input));
  }

  @Credential()
  @Public()
  @Mutation(() => GuestOrderType, {
    description:
      'Gives an order without an account up: its manuscript is destroyed at once. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED once it is paid.',
  })
  async abandonGuestOrder(
    @Arg('input', () => GuestOrderTokenInput, { description: 'Which order.' }) input: GuestOrderTokenInput,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    return showGuestOrder(context.read, await context.perform(abandonGuestOrder, input));
  }

  @Credential()
  @Public()
  @Mutation(() => GuestOrderType, {
    description:
      'Puts a paid order in the account of its address, by the link that was mailed there; within seven days, once. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED when the money has gone back.',
  })
  async attachGuestOrder(
    @Arg('input', () => GuestOrderTokenInput, { description: 'The token of the link.' }) input: GuestOrderTokenInput,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    return showGuestOrder(context.read, await context.perform(attachGuestOrder, input));
  }
}
