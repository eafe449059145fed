import { Quote } from '../../../entities/billing/quote.entity.ts';
import { notify, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { quoteSentMail } from '../emails/quote-sent.ts';
import type { mailQuoteTask } from './quote-jobs.ts';
import { buyerToMail, grossOf, mailBuyer, quotePath } from './quote-mails.ts';

const words: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({ title: 'Vous avez reçu un devis', message: `Le devis ${number} attend votre réponse.` }),
  en: ({ number }) => ({ title: 'You have received a quote', message: `Quote ${number} waits for your answer.` }),
};

type Sent = PayloadOf<typeof mailQuoteTask>;

/** Sends the buyer a quote with its PDF: once for each sending, however often it is tried. */
export const mailQuote = (
  { run, derived }: Pick<AppContext, 'run' | 'derived'>,
  { quoteId, timesSent }: Sent,
): Promise<void> => run(send, { quoteId, timesSent, derived });

async function send(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'record'>,
  { quoteId, timesSent, derived }: { quoteId: string; timesSent: number; derived: DerivedSecrets },
): Promise<void> {
  const quote = await tx.em.findOneOrFail(Quote, { id: quoteId });
  const { number, validUntil, status } = quote;
  const recipient = await buyerToMail(tx, quote);
  // Answered or replaced meanwhile: there is nothing to answer any more.
  if (recipient === undefined || number === null || status !== 'SENT') return;
  const dedupeKey = `${quoteSentMail.name}:${quoteId}:${timesSent}`;
  const deliveryId = await mailBuyer(
    tx,
    { quote, recipient, derived },
    { template: quoteSentMail, dedupeKey, data: { quoteNumber: number, total: grossOf(quote), validUntil } },
  );
  if (deliveryId === undefined) return;
  tx.record({ action: 'QUOTE_MAILED', targetType: 'quote', targetId: quoteId, payload: { deliveryId } });
  const { userId, locale } = recipient;
  if (userId === null) return;
  await notify(tx, {
    userId,
    ...words[locale]({ number }),
    type: 'PAYMENT',
    actionUrl: quotePath(quoteId),
    data: { quoteId },
    dedupeKey,
  });
}
