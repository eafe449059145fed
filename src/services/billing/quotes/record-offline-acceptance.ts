import type { Quote } from '../../../entities/billing/quote.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { personOf } from '../../access/actor.ts';
import { receiveFile, type IncomingFile } from '../../files/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { accepted } from './accept-quote.ts';
import { acceptOnce, type AcceptContext } from './accept.ts';
import { lockQuote } from './load-quote.ts';
import { QuoteNotPrinted, withPrintedQuote, type PrintNeeds } from './printed-quote.ts';

export interface RecordOfflineAcceptance {
  readonly quoteId: string;
  /** The revision that was signed. */
  readonly revision: number;
  /** The local day on which it was signed. */
  readonly on: string;
  /** Who signed. */
  readonly name: string;
  readonly startBeforeWithdrawal?: boolean | null | undefined;
  /** The signed paper. */
  readonly file: Promise<IncomingFile>;
}

type Signed = Omit<RecordOfflineAcceptance, 'file'>;

/**
 * Records that a quote was accepted on paper, with the signed paper: what follows is the same as if the buyer had accepted it here. The
 * paper was signed between its sending and its last day; one that has expired meanwhile is `ACTION_NOT_ALLOWED`, and is revised.
 */
export const recordOfflineAcceptance = (
  ctx: Parameters<typeof receiveFile>[0] & PrintNeeds & Pick<AppContext, 'billables'>,
  { file, ...signed }: RecordOfflineAcceptance,
): Promise<Quote> =>
  receiveFile(ctx, {
    upload: file,
    kinds: ['DOCUMENT', 'IMAGE'],
    permit: () => withPrintedQuote(ctx, async () => void (await ctx.run(printedAndSigned, signed))),
    attach: (tx, proofFile) => record(tx, ctx.billables, { ...signed, proofFile }),
  });

/** The quote, locked, if such a paper can stand. */
async function signedQuote(tx: Tx<'em' | 'now' | 'config'>, { quoteId, revision, on }: Signed): Promise<Quote> {
  const quote = await lockQuote(tx, quoteId);
  const { status, validUntil, sentAt } = quote;
  if (status === 'SUPERSEDED' || revision !== quote.revision) throw new DomainError('QUOTE_CHANGED');
  if (status !== 'SENT' || sentAt === null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'accept', status });
  const zone = tx.config.TIME_ZONE;
  if (on > localDateOf(tx.now, zone)) throw fieldError('input.on', 'past');
  if (on < localDateOf(sentAt, zone)) throw fieldError('input.on', 'notBeforeSending');
  if (on > validUntil) throw new DomainError('QUOTE_EXPIRED', { validUntil });
  return quote;
}

/** The same, once it is printed: the paper that was signed is the PDF. */
async function printedAndSigned(tx: Tx<'em' | 'now' | 'config'>, signed: Signed): Promise<void> {
  const quote = await signedQuote(tx, signed);
  if (quote.pdfSha256 === null) throw new QuoteNotPrinted(quote);
}

async function record(
  tx: AcceptContext,
  billables: Billables,
  { on, proofFile, ...signed }: Signed & { readonly proofFile: StoredFile },
): Promise<Quote> {
  const quote = await signedQuote(tx, { on, ...signed });
  const offline = { acceptedOn: on, recordedById: personOf(tx.actor), proofFile };
  // The terms of the sent quote are those that were signed with it.
  return accepted(await acceptOnce(tx, { quote, billables }, { ...signed, termsVersion: 0, offline }));
}
