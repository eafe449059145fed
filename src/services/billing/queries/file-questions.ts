import type { FileQuestion } from '../../files/index.ts';
import type { Db } from '../../platform/context.ts';
import { can } from '../../access/actor.ts';
import { maySeeInvoice } from '../billing.policy.ts';

const invoiceOf = (db: Db, fileId: string) =>
  db
    .selectFrom('invoice')
    .select('buyer_id as buyerId')
    .where(({ or, eb }) => or([eb('pdf_id', '=', fileId), eb('xml_id', '=', fileId)]))
    .executeTakeFirst();

/** An invoice's PDF, and its XML, is read by its buyer and by admins. */
export const mayReadInvoicePdf: FileQuestion = async ({ db, actor }, fileId) => {
  const invoice = await invoiceOf(db, fileId);
  return invoice !== undefined && maySeeInvoice(actor, invoice.buyerId);
};

/** Both are kept as long as the invoice. */
export const isInvoicePdf: FileQuestion = async ({ db }, fileId) => (await invoiceOf(db, fileId)) !== undefined;

/** The proof of a refund that was paid by hand is for those who may read any payment. */
export const mayReadRefundProof: FileQuestion = async (ctx, fileId) =>
  can(ctx.actor, 'payment:read-any') && (await isRefundProof(ctx, fileId));

/** It is kept as long as the refund. */
export const isRefundProof: FileQuestion = async ({ db }, fileId) =>
  (await db.selectFrom('refund').select('id').where('proof_file_id', '=', fileId).executeTakeFirst()) !== undefined;

/** A logo is kept as long as a version of the seller, and issued documents, show it. */
export const isLogo: FileQuestion = async ({ db }, fileId) =>
  (await db.selectFrom('seller').select('id').where('logo_id', '=', fileId).limit(1).executeTakeFirst()) !== undefined;

export const mayReadLogo: FileQuestion = async (ctx, fileId) =>
  can(ctx.actor, 'seller:read') && (await isLogo(ctx, fileId));
