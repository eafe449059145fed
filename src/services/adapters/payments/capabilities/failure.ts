/**
 * `unavailable`: no answer or a passing fault, the same request may pass later. `conflict`: this idempotency key was
 * used for another request. `refused`: the provider will never accept this.
 */
export type PaymentFailureKind = 'unavailable' | 'conflict' | 'refused';

export class PaymentFailure extends Error {
  readonly kind: PaymentFailureKind;
  /** The provider's code, such as `signature` or `amount_too_small`. */
  readonly reason: string;

  constructor(kind: PaymentFailureKind, reason: string, options?: ErrorOptions) {
    super(`The payment provider: ${kind} (${reason})`, options);
    this.name = 'PaymentFailure';
    this.kind = kind;
    this.reason = reason;
  }
}
