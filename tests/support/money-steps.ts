import type { App } from '../../src/app.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import type { SignedEvent } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import type { Actor } from '../../src/services/access/actor.ts';
import {
  capturePayment,
  createPaymentIntent,
  creditInvoice,
  issueDraft,
  payWithSavedMethod,
  receiveWebhook,
  reconcile,
  recordOfflinePayment,
  refundPayment,
  reversePayment,
  syncPrices,
} from '../../src/services/billing/index.ts';
import { exportBooking } from '../../src/services/calendars/writing/export-booking.ts';
import { sendText } from '../../src/services/notifications/index.ts';
import type { AppContext } from '../../src/services/platform/context.ts';
import {
  cancelBooking,
  createBooking,
  endBookingHold,
  rescheduleBooking,
} from '../../src/services/scheduling/index.ts';

const receive = (ctx: AppContext, { body, signature }: SignedEvent) =>
  receiveWebhook(ctx, { provider: providersAble(ctx.payments, 'events')[0]!, rawBody: Buffer.from(body), signature });

/** What money may go through, by name: a test takes the same step in a process that dies, and again in its own. */
const steps = {
  issue: (ctx: AppContext, input: Parameters<typeof issueDraft>[1]) => issueDraft(ctx, input),
  credit: (ctx: AppContext, input: Parameters<typeof creditInvoice>[1]) => creditInvoice(ctx, input),
  refund: (ctx: AppContext, input: Parameters<typeof refundPayment>[1]) => refundPayment(ctx, input),
  record: (ctx: AppContext, input: Parameters<typeof recordOfflinePayment>[1]) => ctx.run(recordOfflinePayment, input),
  reverse: (ctx: AppContext, input: Parameters<typeof reversePayment>[1]) => ctx.run(reversePayment, input),
  event: (ctx: AppContext, event: SignedEvent) => receive(ctx, event),
  /** A payment in a form of the front-end. */
  form: (ctx: AppContext, input: Parameters<typeof createPaymentIntent>[1]) => createPaymentIntent(ctx, input),
  charge: (ctx: AppContext, input: Parameters<typeof payWithSavedMethod>[1]) => payWithSavedMethod(ctx, input),
  capture: (ctx: AppContext, input: Parameters<typeof capturePayment>[1]) => ctx.run(capturePayment, input),
  /** An event about a card. */
  card: (ctx: AppContext, event: SignedEvent) => receive(ctx, event),
  /** A booking by a visitor, the end of its hold, and the answer to a request. */
  book: (ctx: AppContext, input: Parameters<typeof createBooking>[1]) => createBooking(ctx, input),
  endBookingHold: (ctx: AppContext, input: { readonly bookingId: string }) => endBookingHold(ctx, input),
  /** By its artisan; done before, it is refused. */
  cancelBooking: (ctx: AppContext, input: { readonly bookingId: string }) =>
    cancelBooking(ctx, input).catch((error: { code?: string }) => {
      if (error.code !== 'ACTION_NOT_ALLOWED') throw error;
    }),
  moveBooking: (ctx: AppContext, { bookingId, startsAt }: { readonly bookingId: string; readonly startsAt: string }) =>
    rescheduleBooking(ctx, { bookingId, startsAt: new Date(startsAt) }),
  /** Writes the event of a booking into the calendar of its artisan. */
  exportBooking: (ctx: AppContext, input: { readonly bookingId: string }) => exportBooking(ctx, input),
  text: (ctx: AppContext, input: Parameters<typeof sendText>[1]) => sendText(ctx, input),
  reconcile: (ctx: AppContext, input: { readonly days: number }) =>
    reconcile(ctx, { ...input, isTurnOver: () => false }),
  sync: (ctx: AppContext, input: Parameters<typeof syncPrices>[1]) => syncPrices(ctx, input),
};

export type StepName = keyof typeof steps;
export interface Step {
  readonly name: StepName;
  readonly actor: Actor;
  readonly input: unknown;
}

export const takeStep = (app: App, { name, actor, input }: Step): Promise<unknown> =>
  steps[name](app.contextFor({ actor, requestId: name }), input as never);
