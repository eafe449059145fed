import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { requireExactTotals, takeUnshownNumber } from '../add-invoice.ts';
import type { Billables, QuoteContext } from '../billable.ts';
import { requireBillingProfile } from '../buyer.ts';
import { examineClock } from '../clock-guard.ts';
import { composeQuote } from './compose-quote.ts';
import { recordTerms, type CurrentTerms } from './current-terms.ts';
import { quoteSent } from './events.ts';
import { quoteOfVersion, touched, type SeenQuote } from './load-quote.ts';
import { moveSubject, supersedeOthers } from './move-subject.ts';
import { requireTimeLeft } from './quote-content.ts';
import { quoteToStore, type QuoteDocument } from './quote-document.ts';
import { quoteStates } from './quote.states.ts';

export type SendContext = QuoteContext & Tx<'config'>;

/** What sending asks of the other modules. */
export interface SendRules {
  readonly terms: CurrentTerms;
  readonly billables: Billables;
}

/**
 * Sends a quote: it gets its number, once for all its revisions, is frozen with the terms of sale of the day, then printed and mailed.
 * One that was sent already is mailed again. Refuses with `ACTION_NOT_ALLOWED` one that is over, and with `CLOCK_IMPLAUSIBLE` while
 * the clock is not believed.
 */
export const sendQuote: Operation<'run' | 'terms' | 'billables', SeenQuote, Quote> = async (
  { run, terms, billables },
  input,
) => {
  const sent = await run(send({ terms, billables }), input);
  // That the clock is not believed is written down: it is refused only after that.
  if (sent === null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  return sent;
};

export const send =
  (rules: SendRules) =>
  async (tx: SendContext, input: SeenQuote): Promise<Quote | null> => {
    const quote = await quoteOfVersion(tx, input);
    requireTimeLeft(tx, quote.validUntil);
    if (quote.status !== 'SENT' && !(await freeze(tx, rules, quote))) return null;
    quote.timesSent += 1;
    quote.changedAt = touched(quote, tx.now);
    const { id, number, revision, timesSent } = quote;
    tx.emit(quoteSent, { quoteId: id, buyerId: quote.buyer?.id ?? null, timesSent });
    tx.record({ action: 'QUOTE_SENT', targetType: 'quote', targetId: id, payload: { number, revision, timesSent } });
    return quote;
  };

/** `false` while the clock is not believed: nothing has changed. */
async function freeze(tx: SendContext, { terms, billables }: SendRules, quote: Quote): Promise<boolean> {
  if (quote.status !== 'DRAFT') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'send', status: quote.status });
  if (quote.buyer !== null) await requireBillingProfile(tx, quote.buyer.id);
  const agreed = await recordTerms(tx, terms);
  if ((await examineClock(tx)) !== null) return false;
  await tx.em.flush();
  const { number, issuedAt } =
    quote.number === null ? await takeUnshownNumber(tx, 'DEVIS') : { number: quote.number, issuedAt: tx.now };
  crashPoint('after-quote-counter');
  const document = await composeQuote(tx, quote, { number, issuedAt });
  requireExactTotals({ ...document, kind: 'INVOICE' });
  await supersedeOthers(tx, billables, quote);
  transition(quoteStates, quote, 'send');
  Object.assign(quote, {
    number,
    terms: agreed,
    sentAt: issuedAt,
    document: quoteToStore(document),
    ...totalsIn(document),
  });
  await moveSubject(tx, billables, { quote, verb: 'send' });
  return true;
}

/** What it comes to by the VAT of the day of sending. */
const totalsIn = ({ totals }: QuoteDocument) => ({
  netCents: totals.net.amount,
  taxCents: totals.tax.amount,
  grossCents: totals.gross.amount,
});
