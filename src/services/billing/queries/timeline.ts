import type { TimelineKind } from '../../kernel/invoice-history.ts';
import { money, type Money } from '../../kernel/money.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { maySeeInvoice } from '../billing.policy.ts';
import type { AllocationCause } from '../../../entities/billing/payment-allocation.entity.ts';

/** Something that happened to an invoice. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly at: Date;
  /** What it moved: positive when less is owed by it. Null where it moved nothing. */
  readonly amount: Money | null;
  /** Of a reminder: 1 for the first. */
  readonly step: number | null;
  /** The payment or the credit note. */
  readonly sourceId: string | null;
}

type Found = Pick<TimelineEntry, 'kind' | 'at'> &
  Partial<Omit<TimelineEntry, 'amount'>> & { readonly invoiceId: string; readonly cents?: number };

/** What happened to many invoices, in order, by the invoice's id; only to those that the actor may see. */
export async function timelinesOf(
  { db, actor }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TimelineEntry[]>> {
  const rows = await db
    .selectFrom('invoice')
    .select(['id', 'buyer_id as buyerId', 'issued_at as issuedAt', 'currency'])
    .where('id', 'in', ids)
    .execute();
  const seen = rows.filter(({ buyerId }) => maySeeInvoice(actor, buyerId));
  const found = seen.length === 0 ? [] : await happenings(db, seen);
  const currencies = new Map(seen.map(({ id, currency }) => [id, currency]));
  const timelines = new Map<string, TimelineEntry[]>(ids.map((id) => [id, []]));
  for (const { invoiceId, cents, ...entry } of found.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    timelines.get(invoiceId)?.push({
      ...{ step: null, sourceId: null, ...entry },
      amount: cents === undefined ? null : money(cents, currencies.get(invoiceId)),
    });
  return timelines;
}

/** Of the same instant, in this order. */
async function happenings(db: Db, seen: readonly { readonly id: string; readonly issuedAt: unknown }[]) {
  const ids = seen.map(({ id }) => id);
  return [
    ...seen.map(({ id, issuedAt }): Found => ({ invoiceId: id, kind: 'ISSUED', at: instantFrom(issuedAt) })),
    ...(await sentAndOpened(db, ids)),
    ...(await reminded(db, ids)),
    ...(await moved(db, ids)),
    ...(await credited(db, ids)),
  ];
}

async function sentAndOpened(db: Db, ids: readonly string[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('invoice_event')
    .select(['invoice_id as invoiceId', 'kind', 'at'])
    .where('invoice_id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, at: instantFrom(row.at) }));
}

async function reminded(db: Db, ids: readonly string[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('reminder_step', 'reminder_step.id', 'reminder.step_id')
    .select(['invoice_id as invoiceId', 'reminder.sent_at as at', 'reminder_step.position as step'])
    .where('invoice_id', 'in', ids)
    .execute();
  return rows.map((row) => ({ ...row, kind: 'REMINDED' as const, at: instantFrom(row.at) }));
}

const kinds: Readonly<Record<AllocationCause, TimelineKind>> = {
  PAYMENT: 'PAID',
  REFUND: 'REFUNDED',
  DISPUTE: 'LOST',
  REVERSAL: 'LOST',
};

async function moved(db: Db, ids: readonly string[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('payment_allocation')
    .select(['invoice_id as invoiceId', 'payment_id as sourceId', 'cause', 'amount_cents', 'at'])
    .where('invoice_id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ cause, amount_cents, ...row }) => ({
    ...row,
    kind: kinds[cause],
    at: instantFrom(row.at),
    cents: Number(amount_cents),
  }));
}

async function credited(db: Db, ids: readonly string[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('invoice')
    .select(['corrects_id as invoiceId', 'id as sourceId', 'gross_cents', 'issued_at as at'])
    .where('corrects_id', 'in', ids)
    .execute();
  return rows.map(({ invoiceId, gross_cents, ...row }) => ({
    ...row,
    invoiceId: invoiceId as string,
    kind: 'CREDITED' as const,
    at: instantFrom(row.at),
    cents: Number(gross_cents),
  }));
}
