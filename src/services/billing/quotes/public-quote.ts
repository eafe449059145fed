import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { linkToFile, type DownloadLink } from '../../files/index.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Billables } from '../billable.ts';
import { accepted } from './accept-quote.ts';
import { acceptOnce, type AcceptContext, type Acceptance } from './accept.ts';
import type { ShownQuote } from './answer.policy.ts';
import { lockQuote } from './load-quote.ts';
import { findQuote, type QuoteRow } from './queries/quote-rows.ts';
import { withPrintedQuote, type PrintNeeds } from './printed-quote.ts';
import { quoteOfToken, takeTry } from './quote-token.ts';
import { refuseOnce, type RefuseContext } from './refuse-quote.ts';

/** A quote as whoever holds a token of it sees it. */
export interface PublicQuoteRow {
  readonly quote: QuoteRow;
  /** Null for the moment it takes to make the PDF. */
  readonly download: DownloadLink | null;
}

type ReadNeeds = 'db' | 'limits' | 'actor' | 'now' | 'config' | 'downloadKey' | 'note';
type Held = { readonly token: string };

/** The one quote that a mailed token opens, and a link to its PDF. */
export const publicQuote: Operation<ReadNeeds, Held, PublicQuoteRow> = async (ctx, { token }) => {
  await takeTry(ctx);
  const id = await quoteOfToken(ctx, token);
  await ctx.note({ action: 'QUOTE_ACCESSED', targetId: id });
  return shown(ctx, id);
};

async function shown(ctx: Pick<AppContext, ReadNeeds>, id: string): Promise<PublicQuoteRow> {
  const quote = await findQuote(ctx.db, id);
  const fileId = quote.pdfFileId;
  return { quote, download: fileId === null ? null : await linkToFile(ctx, { fileId, userId: null }) };
}

/** Accepts the quote that a mailed token opens: as `acceptQuote`, and `TOKEN_INVALID`. */
export const acceptPublicQuote: Operation<
  ReadNeeds | keyof PrintNeeds | 'billables',
  Acceptance & Held,
  PublicQuoteRow
> = async (ctx, input) => {
  await takeTry(ctx);
  const quote = await withPrintedQuote(ctx, () => ctx.run(acceptHeld(ctx.billables), input));
  return shown(ctx, accepted(quote).id);
};

const acceptHeld =
  (billables: Billables) =>
  async (tx: AcceptContext, { token, ...said }: Acceptance & Held): Promise<Quote | null> =>
    acceptOnce(tx, { quote: await heldQuote(tx, token), billables }, said);

/** Declines the quote that a mailed token opens: as `refuseQuote`, and `TOKEN_INVALID`. */
export const refusePublicQuote: Operation<ReadNeeds | 'run' | 'billables', ShownQuote & Held, PublicQuoteRow> = async (
  ctx,
  input,
) => {
  await takeTry(ctx);
  return shown(ctx, (await ctx.run(refuseHeld(ctx.billables), input)).id);
};

const refuseHeld =
  (billables: Billables) =>
  async (tx: RefuseContext, { token, ...said }: ShownQuote & Held): Promise<Quote> =>
    refuseOnce(tx, { quote: await heldQuote(tx, token), billables }, said);

const heldQuote = async ({ em, now }: Tx<'em' | 'now'>, token: string): Promise<Quote> =>
  lockQuote({ em }, await quoteOfToken({ db: writing(em).db, now }, token));
