import { instantFrom, writing } from '../platform/orm/values.ts';
import { heldAmong, legalHold } from '../platform/legal-holds.ts';
import { kept, lost, obstacle, type ErasureLine, type PersonalData } from '../platform/personal-data.ts';
import { keptUntil } from '../platform/retention.ts';
import type { Db } from '../platform/context.ts';
import { collectPlans, endPlans } from './plans/personal-data.ts';
import { billingDataTexts, paymentOpen, refundDue } from './personal-data-texts.ts';
import { eraseCards } from './erase-cards.ts';
import { openPaymentStatuses, unpaidPaymentStatuses } from './payment.states.ts';
import { boughtBy, draftedFor, ownerOf, paidBy, type Owner } from './personal-rows.ts';
import { openRefundStatuses } from './refund.states.ts';
import { collectQuotes, eraseQuotes, quotePdfs } from './quotes/personal-data.ts';
import { invoiceRetention, paymentRetention } from './retention.ts';

/** Payments and invoices: kept as the law asks, without the words that the accounts do not need. */
export const billingPersonalData: PersonalData = {
  domain: 'billing',
  texts: billingDataTexts,
  keepUnused: [
    { table: 'payment', column: 'payer_id' },
    { table: 'invoice', column: 'buyer_id' },
    { table: 'plan_subscription', column: 'person_id' },
    { table: 'quote', column: 'buyer_id' },
  ],
  async collect(db, subject) {
    const owner = ownerOf(subject);
    const invoices = db.selectFrom('invoice').where(boughtBy(owner));
    const ids = invoices.select('invoice.id');
    const lines = db.selectFrom('invoice_line').selectAll().where('invoice_id', 'in', ids);
    const profiles = db.selectFrom('billing_profile').selectAll().where('person_id', '=', owner.userId);
    const drafts = db.selectFrom('invoice_draft').where(draftedFor(owner));
    const draftLines = db
      .selectFrom('invoice_draft_line')
      .selectAll()
      .where('draft_id', 'in', drafts.select('invoice_draft.id'));
    const tokens = db.selectFrom('billing_token').selectAll().where('invoice_id', 'in', ids);
    const events = db.selectFrom('invoice_event').selectAll().where('invoice_id', 'in', ids);
    const reminders = db.selectFrom('reminder').selectAll().where('invoice_id', 'in', ids);
    return [
      ...(await collectPlans(db, owner.userId)),
      { table: 'billing_profile', rows: await profiles.execute() },
      {
        table: 'payment_customer',
        rows: await db.selectFrom('payment_customer').selectAll().where('person_id', '=', owner.userId).execute(),
      },
      {
        table: 'payment_method',
        rows: await db
          .selectFrom('payment_method')
          .selectAll()
          .where('person_id', '=', owner.userId)
          .orderBy('id')
          .execute(),
      },
      { table: 'invoice', rows: await invoices.selectAll().orderBy('id').execute() },
      { table: 'invoice_line', rows: await lines.orderBy('id').execute() },
      ...(await collectQuotes(db, owner)),
      { table: 'invoice_draft', rows: await drafts.selectAll().orderBy('id').execute() },
      { table: 'invoice_draft_line', rows: await draftLines.orderBy('id').execute() },
      { table: 'billing_token', rows: await tokens.orderBy('id').execute() },
      { table: 'invoice_event', rows: await events.orderBy('id').execute() },
      { table: 'reminder', rows: await reminders.orderBy('id').execute() },
      {
        table: 'payment',
        rows: await db.selectFrom('payment').selectAll().where(paidBy(owner)).orderBy('id').execute(),
      },
      ...(await ofPayments(db, owner)),
      { table: 'refund', rows: await refundsOf(db, owner).selectAll('refund').orderBy('refund.id').execute() },
    ];
  },
  async obstacles(db, { now, ...subject }) {
    const owner = ownerOf(subject);
    const payments = await db
      .selectFrom('payment')
      .select(['id', 'status', 'expires_at', 'refund_due_reason'])
      .where(paidBy(owner))
      .orderBy('id')
      .execute();
    const open = payments.filter(
      ({ status, expires_at }) =>
        openPaymentStatuses.includes(status) &&
        (status !== 'PENDING' || expires_at === null || instantFrom(expires_at) > now),
    );
    const refunding = await refundsOf(db, owner)
      .select('payment.id')
      .where('refund.status', 'in', openRefundStatuses)
      .execute();
    const isRefunding = new Set(refunding.map(({ id }) => id));
    const owed = payments.filter(({ id, refund_due_reason }) => refund_due_reason !== null || isRefunding.has(id));
    const idsOf = (rows: typeof payments): string[] => rows.map(({ id }) => id);
    return [
      ...obstacle(paymentOpen, idsOf(open)),
      ...obstacle(refundDue, idsOf(owed)),
      ...obstacle(legalHold, await heldWithoutAccount(db, owner)),
    ];
  },
  documents: async (db, subject) => {
    const owner = ownerOf(subject);
    const invoices = db.selectFrom('invoice').select(['pdf_id', 'xml_id']).where(boughtBy(owner));
    const ofInvoices = (await invoices.execute()).flatMap(({ pdf_id, xml_id }) => [pdf_id ?? [], xml_id ?? []].flat());
    return [...ofInvoices, ...(await quotePdfs(db, owner))];
  },
  async erase(tx, subject) {
    const { db } = writing(tx.em);
    const owner = ownerOf(subject);
    const plans = await endPlans(tx, owner.userId);
    const lines = [await keptInvoices(db, owner), await keptPayments(db, owner)].filter((line) => line !== null);
    const cards = await eraseCards(tx, owner.userId);
    const profiles = await db.deleteFrom('billing_profile').where('person_id', '=', owner.userId).executeTakeFirst();
    const drafts = await eraseDrafts(db, owner);
    const never = await db
      .selectFrom('payment')
      .select('id')
      .where(paidBy(owner))
      .where('status', 'in', unpaidPaymentStatuses)
      .execute();
    const forgotten = await forgetPayments(db, owner);
    const quotes = await eraseQuotes(tx, owner);
    // The links go; the invoices stay, with the name and the address that the law wants on them.
    await db
      .deleteFrom('billing_token')
      .where('invoice_id', 'in', db.selectFrom('invoice').select('id').where(boughtBy(owner)))
      .execute();
    return [
      ...lines,
      ...quotes,
      ...(plans > 0 ? [lost('PLAN_SUBSCRIPTIONS', plans, 'PSEUDONYMISED')] : []),
      ...(cards > 0 ? [lost('PAYMENT_METHODS', cards)] : []),
      ...(drafts > 0 ? [lost('INVOICE_DRAFTS', drafts)] : []),
      ...(profiles.numDeletedRows > 0n ? [lost('BILLING_PROFILES', 1)] : []),
      ...(forgotten > 0 && never.length > 0 ? [lost('PAYMENTS', never.length, 'PSEUDONYMISED')] : []),
    ];
  },
};

/** What was being written for them, and was never issued. */
async function eraseDrafts(db: Db, owner: Owner): Promise<number> {
  const drafts = db.selectFrom('invoice_draft').select('invoice_draft.id').where(draftedFor(owner));
  await db.deleteFrom('invoice_draft_line').where('draft_id', 'in', drafts).execute();
  const { numDeletedRows } = await db.deleteFrom('invoice_draft').where(draftedFor(owner)).executeTakeFirst();
  return Number(numDeletedRows);
}

/** What was made of the person's payments. */
async function ofPayments(db: Db, owner: Owner) {
  const payments = db.selectFrom('payment').select('payment.id').where(paidBy(owner));
  const tables = ['payment_allocation', 'payment_reversal', 'dispute'] as const;
  return Promise.all(
    tables.map(async (table) => ({
      table,
      rows: await db.selectFrom(table).selectAll().where('payment_id', 'in', payments).orderBy('id').execute(),
    })),
  );
}

const refundsOf = (db: Db, owner: Owner) =>
  db.selectFrom('refund').innerJoin('payment', 'payment.id', 'refund.payment_id').where(paidBy(owner));

/** What was paid is kept without the words that the accounts do not need, and without who paid: an empty name is nobody's. */
async function forgetPayments(db: Db, owner: Owner): Promise<number> {
  const forgotten = await db
    .updateTable('payment')
    .set({ description: '', checkout_url: null, phone_last4: null })
    .where(paidBy(owner))
    .executeTakeFirst();
  if (owner.email !== null)
    await db
      .updateTable('payment')
      .set({ person_name: '', person_email: '', person_address: null })
      .where('person_email', '=', owner.email)
      .execute();
  return Number(forgotten.numUpdatedRows);
}

/** A hold on the account is seen by the privacy domain; what names an address only is known here. */
async function heldWithoutAccount(db: Db, { email }: Owner): Promise<string[]> {
  if (email === null) return [];
  const idsOf = async (table: 'payment' | 'invoice' | 'quote'): Promise<string[]> =>
    (await db.selectFrom(table).select('id').where('person_email', '=', email).orderBy('id').execute()).map(
      ({ id }) => id,
    );
  return [
    ...(await heldAmong(db, 'payment', await idsOf('payment'))),
    ...(await heldAmong(db, 'invoice', await idsOf('invoice'))),
    ...(await heldAmong(db, 'quote', await idsOf('quote'))),
  ];
}

/** How many invoices are kept, and until the last of them may go; null when there is none. */
async function keptInvoices(db: Db, owner: Owner): Promise<ErasureLine | null> {
  const rows = await db.selectFrom('invoice').select('issued_at as at').where(boughtBy(owner)).execute();
  return keptSince(db, 'INVOICES', rows);
}

async function keptPayments(db: Db, owner: Owner): Promise<ErasureLine | null> {
  const paid = db.selectFrom('payment').select('paid_at as at').where(paidBy(owner)).where('paid_at', 'is not', null);
  return keptSince(db, 'PAYMENTS', await paid.execute());
}

async function keptSince(
  db: Db,
  record: 'INVOICES' | 'PAYMENTS',
  rows: readonly { readonly at: unknown }[],
): Promise<ErasureLine | null> {
  if (rows.length === 0) return null;
  const latest = new Date(Math.max(...rows.map(({ at }) => instantFrom(at).getTime())));
  return kept(record, rows.length, {
    ground: 'ACCOUNTING_LAW',
    until: await keptUntil(db, record === 'INVOICES' ? invoiceRetention : paymentRetention, latest),
  });
}
