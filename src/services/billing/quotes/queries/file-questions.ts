import { can } from '../../../access/actor.ts';
import type { FileQuestion } from '../../../files/index.ts';
import type { Db } from '../../../platform/context.ts';
import { maySeeQuote } from './quote-rows.ts';

const quoteOfPdf = (db: Db, fileId: string) =>
  db.selectFrom('quote').select(['buyer_id as buyerId', 'status']).where('pdf_id', '=', fileId).executeTakeFirst();

/** The PDF of a quote is kept as long as the quote. */
export const isQuotePdf: FileQuestion = async ({ db }, fileId) => (await quoteOfPdf(db, fileId)) !== undefined;

const isProof: FileQuestion = async ({ db }, fileId) =>
  (await db.selectFrom('quote_acceptance').select('id').where('proof_file_id', '=', fileId).executeTakeFirst()) !==
  undefined;

/** A PDF, or a signed paper, which is kept as long as its acceptance. */
export const isQuoteFile: FileQuestion = async (ctx, fileId) =>
  (await isQuotePdf(ctx, fileId)) || (await isProof(ctx, fileId));

/** The PDF is read by whoever may see the quote, the signed paper by those who may read any. */
export const mayReadQuoteFile: FileQuestion = async (ctx, fileId) => {
  const quote = await quoteOfPdf(ctx.db, fileId);
  if (quote !== undefined) return maySeeQuote(ctx.actor, quote);
  return can(ctx.actor, 'quote:read-any') && (await isProof(ctx, fileId));
};
