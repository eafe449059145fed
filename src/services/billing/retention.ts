import { sql } from 'kysely';
import { eraseFiles } from '../files/index.ts';
import { fiveYears, tenYears } from '../kernel/retention.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { TransactionContext } from '../platform/context.ts';

/** The invoice, its lines, what was paid of it, and its PDF. Triggers of the database refuse it before ten years have passed by their own clock. */
async function dropInvoices(tx: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  const pdfs = await db
    .selectFrom('invoice')
    .select('pdf_id')
    .where('id', 'in', ids)
    .where('pdf_id', 'is not', null)
    .execute();
  await db.deleteFrom('invoice_line').where('invoice_id', 'in', ids).execute();
  await db.deleteFrom('payment_allocation').where('invoice_id', 'in', ids).execute();
  await db.deleteFrom('invoice').where('id', 'in', ids).execute();
  await eraseFiles(
    tx,
    pdfs.map(({ pdf_id }) => pdf_id as string),
  );
}

export const invoiceRetention: RetentionClass = {
  name: 'INVOICES',
  description: { fr: 'factures', en: 'invoices' },
  table: 'invoice',
  since: sql.ref('invoice.issued_at'),
  // A refund whose payment is still kept names its credit note.
  among: sql`not exists (select 1 from refund where refund.credit_note_id = invoice.id)`,
  apply: dropInvoices,
  days: { usual: tenYears, least: tenYears, most: 7_305 },
  ground: 'ACCOUNTING_LAW',
  action: 'DELETE',
};

/** The subscription with its periods; their payments and invoices are kept for their own time. */
async function dropPlans(tx: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  await db.deleteFrom('plan_period').where('subscription_id', 'in', ids).execute();
  await db.deleteFrom('plan_subscription').where('id', 'in', ids).execute();
}

const planRetention: RetentionClass = {
  name: 'PLAN_SUBSCRIPTIONS',
  description: { fr: 'abonnements terminés', en: 'plans that have ended' },
  table: 'plan_subscription',
  since: sql.ref('plan_subscription.ended_at'),
  apply: dropPlans,
  days: { usual: fiveYears, least: 365, most: 3_653 },
  ground: 'LIMITATION',
  action: 'DELETE',
};

/** The payment with its refunds and their proofs, its disputes and its reversal. Its invoice went before it, with what was paid of it. */
async function dropPayments(tx: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  const proofs = await db
    .selectFrom('refund')
    .select('proof_file_id')
    .where('payment_id', 'in', ids)
    .where('proof_file_id', 'is not', null)
    .execute();
  await db.deleteFrom('refund').where('payment_id', 'in', ids).execute();
  await db.deleteFrom('dispute').where('payment_id', 'in', ids).execute();
  await db.deleteFrom('payment_reversal').where('payment_id', 'in', ids).execute();
  await db.deleteFrom('payment').where('id', 'in', ids).execute();
  await eraseFiles(
    tx,
    proofs.map(({ proof_file_id }) => proof_file_id as string),
  );
}

export const paymentRetention: RetentionClass = {
  name: 'PAYMENTS',
  description: { fr: 'paiements', en: 'payments' },
  table: 'payment',
  since: sql`coalesce(payment.reversed_at, payment.paid_at)`,
  among: sql`payment.refund_due_reason is null and not exists (select 1 from payment_allocation where payment_allocation.payment_id = payment.id) and not exists (select 1 from dispute where dispute.payment_id = payment.id and dispute.status = 'OPEN') and not exists (select 1 from refund where refund.payment_id = payment.id and refund.status in ('PENDING', 'REQUESTED', 'UNKNOWN'))`,
  apply: dropPayments,
  days: { usual: tenYears, least: tenYears, most: 7_305 },
  ground: 'ACCOUNTING_LAW',
  action: 'DELETE',
};

/** How long accounts are kept, and payments that were never made. */
export const billingRetention: readonly RetentionClass[] = [
  paymentRetention,
  {
    name: 'UNPAID_PAYMENTS',
    description: { fr: 'paiements non aboutis', en: 'unpaid payments' },
    table: 'payment',
    since: sql.ref('payment.created_at'),
    among: sql`payment.paid_at is null and payment.status in ('FAILED', 'EXPIRED')`,
    days: { usual: 365, least: 90, most: fiveYears },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  invoiceRetention,
  planRetention,
  {
    name: 'INVOICE_DRAFTS',
    description: { fr: 'brouillons de factures', en: 'invoice drafts' },
    table: 'invoice_draft',
    since: sql.ref('invoice_draft.changed_at'),
    days: { usual: 365, least: 30, most: fiveYears },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  {
    name: 'INVOICE_LINKS',
    description: { fr: 'liens périmés vers des factures et des devis', en: 'expired links to invoices and quotes' },
    table: 'billing_token',
    since: sql.ref('billing_token.expires_at'),
    days: { usual: 7, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    // A provider repeats an event for three days: none older can come again. One that nobody has acted upon stays.
    name: 'PROVIDER_EVENTS',
    description: { fr: 'événements du prestataire de paiement', en: 'events of the payment provider' },
    table: 'webhook_event',
    since: sql.ref('webhook_event.created_at'),
    among: sql`webhook_event.status in ('APPLIED', 'IGNORED')`,
    days: { usual: 90, least: 7, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  {
    // With its differences.
    name: 'RECONCILIATIONS',
    description: { fr: 'rapprochements avec le prestataire de paiement', en: 'reconciliations with payment providers' },
    table: 'reconciliation',
    since: sql.ref('reconciliation.created_at'),
    among: sql`reconciliation.running_as is null`,
    days: { usual: 365, least: 30, most: fiveYears },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];
