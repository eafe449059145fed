/** The provider sends events. Each is only a reason to read its object again. */
export interface EventsPort {
  readonly webhook: WebhookRoute;
  /** Checks the signature over the raw bytes, then reads the event. `refused` when the provider did not send it. */
  parseEvent(rawBody: Uint8Array, signature: string | undefined): ProviderEvent;
}

/** What an event is about; `IGNORED` events are remembered and not acted upon. */
export type EventSubject =
  | { readonly kind: 'SESSION'; readonly sessionId: string; readonly evidence: Evidence }
  /** `reference`: our payment id, where the provider repeats it. */
  | {
      readonly kind: 'PAYMENT';
      readonly providerPaymentId: string;
      readonly reference: string | null;
      readonly evidence: Evidence;
    }
  /** `refundId`: the provider's id. */
  | {
      readonly kind: 'REFUND';
      readonly providerPaymentId: string;
      readonly refundId: string;
      readonly reference: string | null;
      readonly evidence: RefundEvidence;
    }
  /** `disputeId`: the provider's id; null in events that were stored before disputes were read again. */
  | {
      readonly kind: 'DISPUTE';
      readonly providerPaymentId: string;
      readonly disputeId: string | null;
      readonly evidence: DisputeEvidence;
    }
  /** A card is being saved, or was. */
  | { readonly kind: 'CARD_SETUP'; readonly setupId: string }
  /** A card was saved or forgotten. */
  | { readonly kind: 'CARD'; readonly methodId: string; readonly isDetached: boolean }
  /** A subscription that the provider collects. `isEnded`: it must show its end. */
  | { readonly kind: 'PLAN'; readonly subscriptionId: string; readonly isEnded: boolean }
  /** One charge of such a subscription. */
  | { readonly kind: 'PLAN_CHARGE'; readonly chargeId: string; readonly evidence: ChargeEvidence }
  | { readonly kind: 'IGNORED' };

/**
 * What a payment must show once an event about it was sent. One that does not show it yet was read too early, and is read
 * again later. ANY: the event proves nothing. ENDED: it no longer waits for its payer. CANCELLED: it will never be paid.
 */
export const evidences = ['ANY', 'ENDED', 'PAID', 'CANCELLED', 'REFUNDED'] as const;
export type Evidence = (typeof evidences)[number];

/** What the payment's refunds must show once an event about one was sent. FAILED: its money did not leave, or came back. */
export const refundEvidences = ['ANY', 'FAILED'] as const;
export type RefundEvidence = (typeof refundEvidences)[number];

/** What the payment's disputes must show once an event about one was sent. CLOSED: it is won or lost. */
export const disputeEvidences = ['ANY', 'CLOSED'] as const;
export type DisputeEvidence = (typeof disputeEvidences)[number];

/** What a charge of a subscription must show once an event about it was sent. REFUSED: an attempt was made, whatever became of it. */
export const chargeEvidences = ['PAID', 'REFUSED'] as const;
export type ChargeEvidence = (typeof chargeEvidences)[number];

/** An event of a provider, its signature checked. */
export interface ProviderEvent {
  /** The provider's own id: a second delivery has the same. */
  readonly id: string;
  /** As the provider names it, `checkout.session.completed`. */
  readonly type: string;
  readonly occurredAt: Date;
  readonly subject: EventSubject;
}

/** How a provider sends its events. */
export interface WebhookRoute {
  /** `/webhooks/<name>`. */
  readonly name: string;
  /** Other paths that the provider may have been given. */
  readonly otherPaths: readonly string[];
  /** The request header that holds the signature. */
  readonly signatureHeader: string;
}
