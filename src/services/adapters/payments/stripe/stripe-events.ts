/**
 * Stripe's webhook events: signature, then the few facts that we need. Of payloads only the
 * ids are trusted, so that neither the endpoint's API version nor the order of events matters: `billing` reads the session
 * again.
 * Source: https://docs.stripe.com/webhooks#verify-official-libraries
 */
import { Stripe } from 'stripe';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import {
  PaymentFailure,
  type ChargeEvidence,
  type DisputeEvidence,
  type EventSubject,
  type Evidence,
  type ProviderEvent,
  type RefundEvidence,
} from '../port.ts';

/** Seconds: an older signature may be a replay. */
const tolerance = 300;

export interface EventTrust {
  /** Signing secrets of the endpoint: two while they are being rotated. */
  readonly secrets: readonly string[];
  /** Live keys receive live events only, test keys test events only. */
  readonly isLive: boolean;
  readonly clock: Clock;
}

const id = z.string().min(1).max(255);
const reference = z.looseObject({ metadata: z.record(z.string(), z.string()).nullish() });
const envelope = z.object({
  id,
  type: z.string().min(1).max(100),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({}) }),
});

/** Checks the signature over the raw bytes, the mode, and reads the event. */
export function readEvent(rawBody: Uint8Array, signature: string | undefined, trust: EventTrust): ProviderEvent {
  const text = textOf(rawBody);
  if (!isSigned(text, signature ?? '', trust)) throw new PaymentFailure('refused', 'signature');
  const event = parsed(envelope, jsonOf(text));
  if (event.livemode !== trust.isLive) throw new PaymentFailure('refused', 'livemode');
  return providerEventOf(event);
}

type StripeEvent = Pick<z.infer<typeof envelope>, 'id' | 'type' | 'created'> & { readonly data: { object: object } };

/** The few facts of an event that is Stripe's for certain. */
export const providerEventOf = ({ id, type, created, data }: StripeEvent): ProviderEvent => ({
  id,
  type,
  occurredAt: new Date(created * 1_000),
  subject: subjectOf(type, data.object),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PaymentFailure('refused', 'json');
  }
}

/** Strict UTF-8, nothing dropped: two different bodies never become one text. */
function textOf(rawBody: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
  } catch {
    throw new PaymentFailure('refused', 'encoding');
  }
}

/** A check that throws has found nothing: the library throws in several ways on headers that no Stripe ever sent. */
const isSigned = (text: string, signature: string, { secrets, clock }: EventTrust): boolean =>
  secrets.some((secret) => {
    try {
      return (
        Stripe.webhooks.signature?.verifyHeader(
          text,
          signature,
          secret,
          tolerance,
          undefined,
          clock.now().getTime(),
        ) === true
      );
    } catch {
      return false;
    }
  });

function parsed<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value);
  if (!result.success) throw new PaymentFailure('refused', 'shape', { cause: result.error });
  return result.data;
}

const endedPlan = 'customer.subscription.deleted';

const sessionTypes = new Map<string, Evidence>([
  ['checkout.session.completed', 'ENDED'],
  ['checkout.session.async_payment_succeeded', 'PAID'],
  ['checkout.session.async_payment_failed', 'ENDED'],
  ['checkout.session.expired', 'ENDED'],
]);
const intentTypes = new Map<string, Evidence>([
  ['payment_intent.succeeded', 'PAID'],
  ['payment_intent.processing', 'ANY'],
  ['payment_intent.requires_action', 'ANY'],
  // A refused card: the page or the form stays open.
  ['payment_intent.payment_failed', 'ANY'],
  ['payment_intent.canceled', 'CANCELLED'],
  ['payment_intent.amount_capturable_updated', 'ENDED'],
]);
const refundTypes = new Map<string, RefundEvidence>([
  ['refund.updated', 'ANY'],
  ['refund.failed', 'FAILED'],
]);
const disputeTypes = new Map<string, DisputeEvidence>([
  ['charge.dispute.created', 'ANY'],
  ['charge.dispute.closed', 'CLOSED'],
]);
const planTypes = new Set(['customer.subscription.created', 'customer.subscription.updated', endedPlan]);
const chargeTypes = new Map<string, ChargeEvidence>([
  ['invoice.paid', 'PAID'],
  ['invoice.payment_succeeded', 'PAID'],
  ['invoice.payment_failed', 'REFUSED'],
]);
const ignored: EventSubject = { kind: 'IGNORED' };

function subjectOf(type: string, object: object): EventSubject {
  const evidence = sessionTypes.get(type);
  if (evidence !== undefined) return { kind: 'SESSION', sessionId: parsed(z.looseObject({ id }), object).id, evidence };
  const intentEvidence = intentTypes.get(type);
  if (intentEvidence !== undefined)
    return paymentSubject(object, parsed(z.looseObject({ id }), object).id, intentEvidence);
  if (type === 'charge.refunded') return paymentSubject(object, intentOf(object), 'REFUNDED');
  const refundEvidence = refundTypes.get(type);
  if (refundEvidence !== undefined) return refundSubject(object, refundEvidence);
  const disputeEvidence = disputeTypes.get(type);
  return disputeEvidence === undefined ? cardSubject(type, object) : disputeSubject(object, disputeEvidence);
}

/** Cards that are saved or forgotten. */
function cardSubject(type: string, object: object): EventSubject {
  if (type === 'setup_intent.succeeded' || type === 'setup_intent.setup_failed')
    return { kind: 'CARD_SETUP', setupId: parsed(z.looseObject({ id }), object).id };
  if (type === 'payment_method.attached' || type === 'payment_method.detached')
    return {
      kind: 'CARD',
      methodId: parsed(z.looseObject({ id }), object).id,
      isDetached: type === 'payment_method.detached',
    };
  return planSubject(type, object);
}

/** Subscriptions and what they collect; every other event is ignored, and an invoice that no subscription made. */
function planSubject(type: string, object: object): EventSubject {
  if (planTypes.has(type))
    return { kind: 'PLAN', subscriptionId: parsed(z.looseObject({ id }), object).id, isEnded: type === endedPlan };
  const evidence = chargeTypes.get(type);
  return evidence === undefined || !isOfSubscription(object)
    ? ignored
    : { kind: 'PLAN_CHARGE', chargeId: parsed(z.looseObject({ id }), object).id, evidence };
}

const invoice = z.looseObject({
  parent: z.looseObject({ subscription_details: z.looseObject({}).nullish() }).nullish(),
});
const isOfSubscription = (object: object): boolean => Boolean(parsed(invoice, object).parent?.subscription_details);

const intent = z.looseObject({
  payment_intent: z.union([id, z.looseObject({ id }).transform((found) => found.id)]).nullish(),
});
const intentOf = (object: object): string | null => parsed(intent, object).payment_intent ?? null;

/** A charge made without a payment intent is not ours. */
const paymentSubject = (object: object, providerPaymentId: string | null, evidence: Evidence): EventSubject =>
  providerPaymentId === null
    ? ignored
    : {
        kind: 'PAYMENT',
        providerPaymentId,
        reference: parsed(reference, object).metadata?.['paymentId'] ?? null,
        evidence,
      };

function refundSubject(object: object, evidence: RefundEvidence): EventSubject {
  const providerPaymentId = intentOf(object);
  if (providerPaymentId === null) return ignored;
  const refundId = parsed(z.looseObject({ id }), object).id;
  const paymentId = parsed(reference, object).metadata?.['paymentId'] ?? null;
  return { kind: 'REFUND', providerPaymentId, refundId, reference: paymentId, evidence };
}

function disputeSubject(object: object, evidence: DisputeEvidence): EventSubject {
  const providerPaymentId = intentOf(object);
  if (providerPaymentId === null) return ignored;
  return { kind: 'DISPUTE', providerPaymentId, disputeId: parsed(z.looseObject({ id }), object).id, evidence };
}
