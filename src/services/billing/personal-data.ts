import { instantFrom, writing } from '../platform/orm/values.ts';
import { kept, lost, obstacle, type ErasureLine, type PersonalData } from '../platform/personal-data.ts';
import { keptUntil } from '../platform/retention.ts';
import type { Db } from '../platform/context.ts';
import { billingDataTexts, paymentOpen, refundDue } from './personal-data-texts.ts';
import { openRefundStatuses } from './refund.states.ts';
import { invoiceRetention, paymentRetention } from './retention.ts';

/** Payments and invoices: kept as the law asks, without the words that the accounts do not need. */
export const billingPersonalData: PersonalData = {
  domain: 'billing',
  texts: billingDataTexts,
  keepUnused: [
    { table: 'payment', column: 'payer_id' },
    { table: 'invoice', column: 'buyer_id' },
  ],
  async collect(db, { userId }) {
    const invoices = db.selectFrom('invoice').where('buyer_id', '=', userId);
    const lines = db.selectFrom('invoice_line').selectAll().where('invoice_id', 'in', invoices.select('id'));
    const profiles = db.selectFrom('billing_profile').selectAll().where('person_id', '=', userId);
    const drafts = db.selectFrom('invoice_draft').where('buyer_id', '=', userId);
    const draftLines = db.selectFrom('invoice_draft_line').selectAll().where('draft_id', 'in', drafts.select('id'));
    return [
      { table: 'billing_profile', rows: await profiles.execute() },
      { table: 'invoice', rows: await invoices.selectAll().orderBy('id').execute() },
      { table: 'invoice_line', rows: await lines.orderBy('id').execute() },
      { table: 'invoice_draft', rows: await drafts.selectAll().orderBy('id').execute() },
      { table: 'invoice_draft_line', rows: await draftLines.orderBy('id').execute() },
      {
        table: 'payment',
        rows: await db.selectFrom('payment').selectAll().where('payer_id', '=', userId).orderBy('id').execute(),
      },
      ...(await ofPayments(db, userId)),
      {
        table: 'refund',
        rows: await db
          .selectFrom('refund')
          .innerJoin('payment', 'payment.id', 'refund.payment_id')
          .selectAll('refund')
          .where('payment.payer_id', '=', userId)
          .orderBy('refund.id')
          .execute(),
      },
    ];
  },
  async obstacles(db, { userId, now }) {
    const payments = await db
      .selectFrom('payment')
      .select(['id', 'status', 'expires_at', 'refund_due_reason'])
      .where('payer_id', '=', userId)
      .orderBy('id')
      .execute();
    const open = payments.filter(
      ({ status, expires_at }) => status === 'PENDING' && (expires_at === null || instantFrom(expires_at) > now),
    );
    const refunding = await db
      .selectFrom('refund')
      .innerJoin('payment', 'payment.id', 'refund.payment_id')
      .select('payment.id')
      .where('payment.payer_id', '=', userId)
      .where('refund.status', 'in', openRefundStatuses)
      .execute();
    const isRefunding = new Set(refunding.map(({ id }) => id));
    const owed = payments.filter(({ id, refund_due_reason }) => refund_due_reason !== null || isRefunding.has(id));
    const idsOf = (rows: typeof payments): string[] => rows.map(({ id }) => id);
    return [...obstacle(paymentOpen, idsOf(open)), ...obstacle(refundDue, idsOf(owed))];
  },
  documents: async (db, { userId }) =>
    (await db.selectFrom('invoice').select('pdf_id').where('buyer_id', '=', userId).execute()).flatMap(
      ({ pdf_id }) => pdf_id ?? [],
    ),
  async erase({ em }, { userId }) {
    const { db } = writing(em);
    const lines = [
      await keptOf(db, { userId, record: 'INVOICES' }),
      await keptOf(db, { userId, record: 'PAYMENTS' }),
    ].filter((line) => line !== null);
    const profiles = await db.deleteFrom('billing_profile').where('person_id', '=', userId).executeTakeFirst();
    const drafts = await eraseDrafts(db, userId);
    const unpaid = ['PENDING', 'FAILED', 'EXPIRED'] as const;
    const forgotten = await db
      .updateTable('payment')
      .set({ description: '', checkout_url: null })
      .where('payer_id', '=', userId)
      .executeTakeFirst();
    const never = await db
      .selectFrom('payment')
      .select('id')
      .where('payer_id', '=', userId)
      .where('status', 'in', unpaid)
      .execute();
    return [
      ...lines,
      ...(drafts > 0 ? [lost('INVOICE_DRAFTS', drafts)] : []),
      ...(profiles.numDeletedRows > 0n ? [lost('BILLING_PROFILES', 1)] : []),
      ...(Number(forgotten.numUpdatedRows) > 0 && never.length > 0
        ? [lost('PAYMENTS', never.length, 'PSEUDONYMISED')]
        : []),
    ];
  },
};

/** What was being written for them, and was never issued. */
async function eraseDrafts(db: Db, userId: string): Promise<number> {
  const drafts = db.selectFrom('invoice_draft').select('id').where('buyer_id', '=', userId);
  await db.deleteFrom('invoice_draft_line').where('draft_id', 'in', drafts).execute();
  const { numDeletedRows } = await db.deleteFrom('invoice_draft').where('buyer_id', '=', userId).executeTakeFirst();
  return Number(numDeletedRows);
}

/** What was made of the person's payments. */
async function ofPayments(db: Db, userId: string) {
  const payments = db.selectFrom('payment').select('id').where('payer_id', '=', userId);
  const tables = ['payment_allocation', 'payment_reversal', 'dispute'] as const;
  return Promise.all(
    tables.map(async (table) => ({
      table,
      rows: await db.selectFrom(table).selectAll().where('payment_id', 'in', payments).orderBy('id').execute(),
    })),
  );
}

/** How many are kept, and until the last of them may go; null when there is none. */
async function keptOf(
  db: Db,
  { userId, record }: { userId: string; record: 'INVOICES' | 'PAYMENTS' },
): Promise<ErasureLine | null> {
  const rows =
    record === 'INVOICES'
      ? await db.selectFrom('invoice').select('issued_at as at').where('buyer_id', '=', userId).execute()
      : await db
          .selectFrom('payment')
          .select('paid_at as at')
          .where('payer_id', '=', userId)
          .where('paid_at', 'is not', null)
          .execute();
  if (rows.length === 0) return null;
  const latest = new Date(Math.max(...rows.map(({ at }) => instantFrom(at).getTime())));
  return kept(record, rows.length, {
    ground: 'ACCOUNTING_LAW',
    until: await keptUntil(db, record === 'INVOICES' ? invoiceRetention : paymentRetention, latest),
  });
}
