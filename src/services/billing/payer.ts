import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Locale } from '../kernel/locale.ts';
import { isUser, type Payer, type PersonWithoutAccount } from '../kernel/payer.ts';
import type { PostalAddress } from '../kernel/postal-address.ts';
import { normalEmail } from '../identity/index.ts';
import { recipientsOf, type Addressee } from '../notifications/index.ts';
import { jsonFrom } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';

/** Who pays or buys, as a payment, an invoice and its draft store it. */
export interface PayerColumns extends PersonColumns {
  readonly userId: string | null;
}

interface PersonColumns {
  readonly personName: string | null;
  readonly personEmail: string | null;
  readonly personAddress: PostalAddress | null;
  readonly personLocale: Locale | null;
}

/** What a payment or an invoice stores of them: of a user nothing but the account. */
export const personColumnsOf = (payer: Payer): PersonColumns =>
  isUser(payer)
    ? { personName: null, personEmail: null, personAddress: null, personLocale: null }
    : {
        personName: payer.name,
        personEmail: normalEmail(payer.email),
        personAddress: payer.address ?? null,
        personLocale: payer.locale,
      };

/** The columns of such a person, of a table that is joined with others. */
export const personColumnsIn = <Table extends 'payment' | 'invoice' | 'invoice_draft'>(table: Table) =>
  [
    `${table}.person_name as personName`,
    `${table}.person_email as personEmail`,
    `${table}.person_address as personAddress`,
    `${table}.person_locale as personLocale`,
  ] as const;

/** Who pays or buys, from the row of a payment or an invoice. */
export const payerFrom = ({ userId, ...person }: PayerColumns): Payer =>
  userId === null ? personFrom(person) : { userId };

function personFrom({ personName, personEmail, personAddress, personLocale }: PersonColumns): PersonWithoutAccount {
  const who = { name: personName ?? '', email: personEmail ?? '', locale: personLocale ?? ('fr' as const) };
  return personAddress ? { ...who, address: jsonFrom<PostalAddress>(personAddress) } : who;
}

/** Who makes a payment. */
export const payerOf = ({ payer, personName, personEmail, personAddress, personLocale }: Payment): Payer =>
  payerFrom({ userId: payer?.id ?? null, personName, personEmail, personAddress, personLocale });

/** Who bought what an invoice is for. */
export const buyerOnRow = ({ buyer, personName, personEmail, personAddress, personLocale }: Invoice): Payer =>
  payerFrom({ userId: buyer?.id ?? null, personName, personEmail, personAddress, personLocale });

/** A person is another one when anything that they said has changed. */
export const isSamePayer = (a: Payer, b: Payer): boolean =>
  isUser(a) && isUser(b) ? a.userId === b.userId : wholeOf(a) === wholeOf(b);

/** Whether both are the same buyer: of people without an account, the address is who they are. */
export const isSameBuyer = (a: Payer, b: Payer): boolean =>
  isUser(a) || isUser(b) ? isSamePayer(a, b) : normalEmail(a.email) === normalEmail(b.email);

/** A database may order the members of an address in its own way. */
const wholeOf = (payer: Payer): string => canonicalJson(isUser(payer) ? payer : personColumnsOf(payer));

/** A payer as mails address them. */
export interface PayerRecipient extends Addressee {
  /** Null for a person without an account, who gets mails only. */
  readonly userId: string | null;
  readonly firstName: string;
  readonly locale: Locale;
}

/** Whom a mail about a payment or an invoice reaches; undefined when there is nobody any more: erased or suspended. */
export async function recipientFor(tx: Tx<'em'>, payer: Payer): Promise<PayerRecipient | undefined> {
  if (isUser(payer)) return (await recipientsOf(tx, [payer.userId])).get(payer.userId);
  const { name, email, locale } = payer;
  return email === '' ? undefined : { userId: null, email, name, firstName: name, locale };
}
