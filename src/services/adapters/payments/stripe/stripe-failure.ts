import { Stripe } from 'stripe';
import { PaymentFailure } from '../port.ts';

/** Asks Stripe, and turns its errors into `PaymentFailure`. A time-out is `unavailable`: nothing is known, ask again. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(error);
  }
}

/** The same for what is read; undefined when Stripe does not know it. */
export async function unlessMissing<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await asking(call);
  } catch (error) {
    if (error instanceof PaymentFailure && error.reason === 'resource_missing') return undefined;
    throw error;
  }
}

/** Whether Stripe refused the price or the product of what it was to sell (`line_items`, `items`): it does not know it, or it is archived. */
export const isAboutItem = (error: unknown, list: 'line_items' | 'items' = 'line_items'): boolean =>
  error instanceof PaymentFailure &&
  error.kind === 'refused' &&
  error.cause instanceof Stripe.errors.StripeInvalidRequestError &&
  (error.cause.param ?? '').startsWith(list);

/** Refusals that are retryable: too slow, in use, too early, too many. */
const retryable = new Set([408, 409, 425, 429]);

function failureOf(error: unknown): PaymentFailure {
  if (error instanceof PaymentFailure) return error;
  if (error instanceof Stripe.errors.StripeIdempotencyError)
    return new PaymentFailure('conflict', 'idempotency', { cause: error });
  if (!(error instanceof Stripe.errors.StripeError))
    return new PaymentFailure('unavailable', 'unknown', { cause: error });
  const { code, type } = error;
  return new PaymentFailure(isFinal(error) ? 'refused' : 'unavailable', code ?? type, { cause: error });
}

const isFinal = ({ statusCode = 0, code }: InstanceType<typeof Stripe.errors.StripeError>): boolean =>
  statusCode >= 400 && statusCode < 500 && !retryable.has(statusCode) && code !== 'rate_limit';
