import { Stripe } from 'stripe';
import {
  PaymentFailure,
  type IntentReading,
  type IntentRequest,
  type IntentsPort,
  type ReadingStatus,
} from '../port.ts';
import { asking, unlessMissing } from './stripe-failure.ts';

/**
 * Payment intents, of cards. The idempotency key is our payment's id, so that an intent is made once whoever asks; what
 * became of one is read with its charge, which says until when a hold lasts.
 */
export const stripeIntents = (stripe: Stripe, publishableKey: string): IntentsPort => ({
  publishableKey,
  createIntent: (request) =>
    asking(async () => {
      try {
        return readingOf(
          await stripe.paymentIntents.create(paramsOf(request), { idempotencyKey: `intent:${request.paymentId}` }),
        );
      } catch (error) {
        // A card that was refused, or wants its owner: the intent is there, and open.
        if (error instanceof Stripe.errors.StripeCardError && error.payment_intent !== undefined)
          return readingOf(error.payment_intent);
        throw error;
      }
    }),
  readIntent: (id) =>
    unlessMissing(async () => readingOf(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] }))),
  async captureIntent({ providerPaymentId, amount }) {
    await asking(() =>
      stripe.paymentIntents.capture(
        providerPaymentId,
        { amount_to_capture: amount.amount },
        { idempotencyKey: `capture:${providerPaymentId}` },
      ),
    );
  },
  async cancelIntent(id) {
    await asking(() => stripe.paymentIntents.cancel(id, {}, { idempotencyKey: `cancel:${id}` }));
  },
});

const paramsOf = (request: IntentRequest): Stripe.PaymentIntentCreateParams => ({
  amount: request.amount.amount,
  currency: request.amount.currency.toLowerCase(),
  description: request.description,
  metadata: { ...request.metadata, paymentId: request.paymentId },
  allowed_payment_method_types: ['card'],
  capture_method: request.capture === 'LATER' ? 'manual' : 'automatic',
  ...(request.customerId === null ? {} : { customer: request.customerId }),
  ...(request.savesMethod ? { setup_future_usage: 'off_session' as const } : {}),
  ...(request.methodId === null ? {} : { payment_method: request.methodId, confirm: true, off_session: true }),
});

const statuses: Readonly<Record<Stripe.PaymentIntent.Status, ReadingStatus>> = {
  requires_payment_method: 'OPEN',
  requires_confirmation: 'OPEN',
  requires_action: 'OPEN',
  processing: 'PROCESSING',
  requires_capture: 'AUTHORIZED',
  succeeded: 'PAID',
  canceled: 'EXPIRED',
};

function readingOf(intent: Stripe.PaymentIntent): IntentReading {
  const status = (statuses as Readonly<Record<string, ReadingStatus>>)[intent.status];
  if (status === undefined) throw new PaymentFailure('unavailable', 'intent_status');
  return {
    sessionId: null,
    providerPaymentId: intent.id,
    reference: intent.metadata['paymentId'] ?? null,
    metadata: intent.metadata,
    status,
    amount: {
      amount: status === 'PAID' ? intent.amount_received : intent.amount,
      currency: intent.currency.toUpperCase(),
    },
    failureReason: reasonOf(intent),
    captureBefore: captureBeforeOf(intent),
    clientSecret: intent.client_secret,
  };
}

export const reasonOf = (intent: Stripe.PaymentIntent | null): string | null => {
  const error = intent?.last_payment_error;
  // What its owner must do comes before why the bank said no.
  if (error?.code === 'authentication_required') return error.code;
  return error?.decline_code ?? error?.code ?? null;
};

function captureBeforeOf({ latest_charge: charge }: Stripe.PaymentIntent): Date | null {
  const seconds = typeof charge === 'object' ? charge?.payment_method_details?.card?.capture_before : undefined;
  return seconds === undefined ? null : new Date(seconds * 1_000);
}
