import type { Db } from '../../platform/context.ts';
import type { PaymentStatus } from '../../../entities/billing/payment.entity.ts';
import type { RefundStatus } from '../../../entities/billing/refund.entity.ts';
import type { Span, TouchedPage } from './kind.ts';

/** Waiting for the payer or for the provider, whenever they began. */
const openPayments: readonly PaymentStatus[] = ['PENDING', 'PROCESSING', 'AUTHORIZED', 'UNKNOWN'];
const openRefunds: readonly RefundStatus[] = ['REQUESTED', 'UNKNOWN'];

/** Begun in the time, still open, or the object of an event that came in the time. */
const touchedIds = (db: Db, { since, until }: Span) =>
  db
    .selectFrom('payment')
    .select('id')
    .where('created_at', '>=', since)
    .where('created_at', '<=', until)
    .union(db.selectFrom('payment').select('id').where('status', 'in', openPayments))
    .union(
      db
        .selectFrom('webhook_event')
        .select('payment_id as id')
        .where('created_at', '>=', since)
        .where('created_at', '<=', until)
        .where('payment_id', 'is not', null)
        .$castTo<{ id: string }>(),
    );

/** Payments whose refunds may have moved: those touched, and those with a refund that was begun in the time or is open. */
const refundTouchedIds = (db: Db, span: Span) =>
  touchedIds(db, span)
    .union(
      db
        .selectFrom('refund')
        .select('payment_id as id')
        .where('created_at', '>=', span.since)
        .where('created_at', '<=', span.until),
    )
    .union(db.selectFrom('refund').select('payment_id as id').where('status', 'in', openRefunds));

/** Payments whose disputes may have moved: those touched, and those with a dispute that was opened in the time or is still open. */
const disputeTouchedIds = (db: Db, span: Span) =>
  touchedIds(db, span)
    .union(
      db
        .selectFrom('dispute')
        .select('payment_id as id')
        .where('created_at', '>=', span.since)
        .where('created_at', '<=', span.until),
    )
    .union(db.selectFrom('dispute').select('payment_id as id').where('status', '=', 'OPEN'));

const idsBy = { NOTHING: touchedIds, REFUNDS: refundTouchedIds, DISPUTES: disputeTouchedIds } as const;

interface Wanted {
  readonly providers: readonly string[];
  /** Whose own times count besides those of the payment and its events. */
  readonly besides: keyof typeof idsBy;
}

/** A page of payments of these providers, in the order of their ids. */
export async function touchedPayments(db: Db, { after, limit, ...span }: TouchedPage, { providers, besides }: Wanted) {
  if (providers.length === 0) return [];
  return db
    .selectFrom(idsBy[besides](db, span).as('touched'))
    .innerJoin('payment', 'payment.id', 'touched.id')
    .select([
      'payment.id',
      'payment.provider',
      'payment.status',
      'payment.provider_session_id as sessionId',
      'payment.provider_payment_id as providerPaymentId',
      'payment.provider_subscription_id as providerSubscriptionId',
      'payment.expires_at as expiresAt',
      'payment.amount_cents as amountCents',
      'payment.currency',
      'payment.subject_type as subjectType',
      'payment.subject_id as subjectId',
      'payment.first_subject_id as firstSubjectId',
    ])
    .where('payment.provider', 'in', providers)
    .where('payment.id', '>', after)
    .orderBy('payment.id')
    .limit(limit)
    .execute();
}

export type TouchedPayment = Awaited<ReturnType<typeof touchedPayments>>[number];
