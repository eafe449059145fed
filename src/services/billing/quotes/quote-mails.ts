import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { openStored } from '../../files/index.ts';
import { queueMail, type MailAttaching, type MailDefinition, type MailPreparation } from '../../notifications/index.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { recipientFor, type PayerRecipient } from '../payer.ts';
import { buyerOfQuote } from './compose-quote.ts';
import { addQuoteToken, quoteSecret } from './quote-token.ts';

/** Where people find a quote in the front-end. */
export const quotePath = (quoteId: string): string => `/devis/${quoteId}`;
export const adminQuotePath = (quoteId: string): string => `/admin/devis/${quoteId}`;

/** Just before the mail leaves: the link. For a person without an account it carries a secret that is stored nowhere. */
export const prepareQuoteLink: MailPreparation<Pick<Addressed, 'quoteUrl'>> = async (
  { config, derived },
  { deliveryId, recipientId, data },
) => {
  const path =
    recipientId === null ? `/devis/lien?token=${quoteSecret(derived, deliveryId)}` : quotePath(String(data['quoteId']));
  return { quoteUrl: `${config.frontUrl}${path}` };
};

/** The sealed PDF of the quote that a mail is about. */
export const attachQuotePdf: MailAttaching = async (ctx, { data }) => {
  const quote = await ctx.db
    .selectFrom('quote')
    .select('pdf_id')
    .where('id', '=', String(data['quoteId']))
    .executeTakeFirst();
  const file = quote?.pdf_id ? await openStored(ctx, quote.pdf_id) : undefined;
  // Deleted meanwhile, with its quote: what the mail says stays true.
  if (file === undefined) return [];
  const pieces: Uint8Array[] = [];
  for await (const piece of await file.open()) pieces.push(piece as Uint8Array);
  return [{ filename: file.name, contentType: file.mimeType, content: Buffer.concat(pieces) }];
};

export const grossOf = ({ grossCents, currency }: Quote): Money => money(grossCents, currency);

/** What every mail to a buyer has: how they are addressed, and the link. */
interface Addressed {
  readonly firstName: string;
  readonly quoteId: string;
  readonly quoteUrl: string;
}

export interface ToBuyer {
  readonly quote: Quote;
  readonly recipient: PayerRecipient;
  readonly derived: DerivedSecrets;
}

/** Who buys, as mails reach them; undefined when there is nobody any more. */
export const buyerToMail = (tx: Tx<'em'>, quote: Quote): Promise<PayerRecipient | undefined> =>
  recipientFor(tx, buyerOfQuote(quote));

/** Mails the buyer, once for each key. The delivery's id; undefined when it was mailed before. */
export async function mailBuyer<Data extends Addressed>(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  { quote, recipient, derived }: ToBuyer,
  mail: {
    readonly template: MailDefinition<string, Data, 'quoteUrl'>;
    readonly dedupeKey: string;
    readonly data: Omit<Data, keyof Addressed>;
  },
): Promise<string | undefined> {
  const { userId, locale, firstName } = recipient;
  const { template, dedupeKey } = mail;
  const data = { ...mail.data, firstName, quoteId: quote.id };
  const deliveryId = await queueMail(tx, {
    template,
    recipient,
    locale,
    dedupeKey,
    data: data as unknown as Omit<Data, 'quoteUrl'>,
  });
  if (deliveryId !== undefined && userId === null) addQuoteToken(tx, { quoteId: quote.id, deliveryId, derived });
  return deliveryId;
}
