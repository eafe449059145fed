import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { QuoteAcceptance } from '../../../entities/billing/quote-acceptance.entity.ts';
import { Quote } from '../../../entities/billing/quote.entity.ts';
import { formatDate, formatInstant } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { notify, queueMail, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { quoteAcceptedAdmin } from '../emails/quote-accepted-admin.ts';
import { quoteAcceptedMail } from '../emails/quote-accepted.ts';
import type { notifyQuoteAcceptedTask } from './quote-jobs.ts';
import { adminQuotePath, buyerToMail, grossOf, mailBuyer } from './quote-mails.ts';

const words: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({ title: 'Un devis est accepté', message: `Le devis ${number} vient d’être accepté.` }),
  en: ({ number }) => ({ title: 'A quote is accepted', message: `Quote ${number} has just been accepted.` }),
};

/** Sends the buyer the receipt of their acceptance, with the PDF, and the admins the news: each once, however often it is tried. */
export const notifyQuoteAccepted = (
  { run, derived }: Pick<AppContext, 'run' | 'derived'>,
  { quoteId }: PayloadOf<typeof notifyQuoteAcceptedTask>,
): Promise<void> => run(notifyBoth, { quoteId, derived });

type NotifyContext = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config' | 'record'>;

async function notifyBoth(
  tx: NotifyContext,
  { quoteId, derived }: { readonly quoteId: string; readonly derived: DerivedSecrets },
): Promise<void> {
  const quote = await tx.em.findOneOrFail(Quote, { id: quoteId });
  const acceptance = await tx.em.findOneOrFail(QuoteAcceptance, { quote: quoteId });
  await mailReceipt(tx, { quote, acceptance, derived });
  await notifyAdmins(tx, quote, acceptance);
}

interface Accepted {
  readonly quote: Quote;
  readonly acceptance: QuoteAcceptance;
  readonly derived: DerivedSecrets;
}

async function mailReceipt(tx: NotifyContext, { quote, acceptance, derived }: Accepted): Promise<void> {
  const recipient = await buyerToMail(tx, quote);
  if (recipient === undefined) return;
  const { name, pdfSha256, termsVersion, startBeforeWithdrawal, withdrawalWording } = acceptance;
  await mailBuyer(
    tx,
    { quote, recipient, derived },
    {
      template: quoteAcceptedMail,
      dedupeKey: `${quoteAcceptedMail.name}:${quote.id}`,
      data: {
        quoteNumber: quote.number ?? '',
        acceptedBy: name,
        acceptedAt: whenOf(tx, acceptance, recipient.locale),
        total: grossOf(quote),
        pdfSha256,
        termsVersion,
        withdrawalWording: withdrawalWording ?? '',
        startsBefore: startBeforeWithdrawal === true,
      },
    },
  );
}

/** On paper it was accepted on a day; here to the minute. */
const whenOf = ({ config }: Tx<'config'>, { acceptedAt, acceptedOn }: QuoteAcceptance, locale: Locale): string =>
  acceptedOn === null
    ? formatInstant(acceptedAt, { locale, timeZone: config.TIME_ZONE })
    : formatDate(acceptedOn, locale);

async function notifyAdmins(tx: NotifyContext, quote: Quote, { name }: QuoteAcceptance): Promise<void> {
  const path = adminQuotePath(quote.id);
  const number = quote.number ?? '';
  const invoice = quote.invoiceId === null ? null : await tx.em.findOne(Invoice, { id: quote.invoiceId });
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const dedupeKey = `${quoteAcceptedAdmin.name}:${quote.id}:${userId}`;
    await queueMail(tx, {
      template: quoteAcceptedAdmin,
      recipient,
      locale,
      dedupeKey,
      data: {
        firstName,
        quoteNumber: number,
        acceptedBy: name,
        total: grossOf(quote),
        invoiceNumber: invoice?.number ?? '',
        quoteUrl: `${tx.config.frontUrl}${path}`,
      },
    });
    await notify(tx, {
      userId,
      ...words[locale]({ number }),
      type: 'PAYMENT',
      actionUrl: path,
      data: { quoteId: quote.id },
      dedupeKey,
    });
  }
}
