import type { RefundDueReason } from '../../../entities/billing/payment.entity.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Subject, SubjectsOfType } from '../../kernel/subject.ts';
import type { Db } from '../../platform/context.ts';
import { disputedSubjects, paysForAny } from './awaited-subjects.ts';

/** A payment that came for a subject: what of it was taken for the subject, and what of that is still here. */
export interface SubjectPayment {
  readonly paymentId: string;
  readonly currency: Currency;
  /** Taken for what the subject costs; what was paid beyond goes back by itself. */
  readonly takenCents: number;
  /** What of it no refund has given back, or is about to, and no dispute claims. */
  readonly leftCents: number;
}

const came = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const;

/** The payments that came for a subject, or for an invoice of it, newest first. Whether the caller may know of them is the caller’s rule. */
export async function subjectPayments(db: Db, subject: Subject): Promise<SubjectPayment[]> {
  const rows = await cameFor(db, { type: subject.type, ids: [subject.id] })
    .orderBy('payment.id', 'desc')
    .execute();
  return shaped(db, rows);
}

/** What is still here of what was paid for each of these subjects, in minor units; of many subjects at once. */
export async function leftOfSubjects(db: Db, { type, ids }: SubjectsOfType): Promise<ReadonlyMap<string, number>> {
  const left = new Map<string, number>();
  for (let from = 0; from < ids.length; from += mostSubjects) {
    const rows = await cameFor(db, { type, ids: ids.slice(from, from + mostSubjects) })
      .leftJoin('invoice', 'invoice.id', 'payment.invoice_id')
      .select(['payment.subject_type', 'payment.subject_id', 'invoice.subject_id as invoiced_id'])
      .execute();
    for (const [i, { leftCents }] of (await shaped(db, rows)).entries()) {
      const { subject_type, subject_id, invoiced_id } = rows[i] as (typeof rows)[number];
      const id = (subject_type === type ? subject_id : invoiced_id) as string;
      left.set(id, (left.get(id) ?? 0) + leftCents);
    }
  }
  return left;
}

/** So many at once: databases limit the values of a statement. */
const mostSubjects = 1_000;

const cameFor = (db: Db, subjects: SubjectsOfType) =>
  db
    .selectFrom('payment')
    .select(['payment.id', 'payment.currency', 'payment.amount_cents', 'payment.allocated_cents'])
    .select(['payment.refunded_cents', 'payment.disputed_cents', 'payment.invoice_id', 'payment.refund_due_reason'])
    .where('payment.status', 'in', came)
    .where('payment.reversed_at', 'is', null)
    .where(paysForAny(subjects));

type PaymentThatCame = Awaited<ReturnType<ReturnType<typeof cameFor>['execute']>>[number];

async function shaped(db: Db, rows: readonly PaymentThatCame[]): Promise<SubjectPayment[]> {
  const promised = await promisedBy(
    db,
    rows.map(({ id: paymentId }) => paymentId),
  );
  return rows.map((row) => {
    const taken = takenOf(row);
    const spare = Number(row.amount_cents) - taken;
    const gone = Number(row.refunded_cents) + (promised.get(row.id) ?? 0);
    const leftCents = Math.max(0, taken - Number(row.disputed_cents) - Math.max(0, gone - spare));
    return { paymentId: row.id, currency: row.currency, takenCents: taken, leftCents };
  });
}

interface Taken {
  readonly invoice_id: string | null;
  readonly refund_due_reason: RefundDueReason | null;
  readonly amount_cents: number;
  readonly allocated_cents: number;
  readonly refunded_cents: number;
}

/** One whose invoice waits is taken whole; one that nothing is invoiced for is not taken at all, and goes back. */
function takenOf(row: Taken): number {
  if (row.invoice_id !== null) return Number(row.allocated_cents);
  const isSpare = row.refund_due_reason !== null || Number(row.refunded_cents) > 0;
  return isSpare ? 0 : Number(row.amount_cents);
}

/** What refunds under way are about to give back, by payment. */
async function promisedBy(db: Db, paymentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('refund')
    .select((eb) => ['payment_id as id', eb.fn.sum('amount_cents').as('cents')])
    .where('payment_id', 'in', paymentIds)
    .where('status', 'in', ['PENDING', 'REQUESTED', 'UNKNOWN'])
    .groupBy('payment_id')
    .execute();
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]));
}

/** Does the bank of somebody who paid for it claim the money back? */
export async function isDisputed(db: Db, { type, id }: Subject): Promise<boolean> {
  return (await disputedSubjects(db, { type, ids: [id] })).has(id);
}
