import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import type { DataSubject } from '../platform/personal-data.ts';

/** Whose payments and invoices are looked for: those of an account, and those without one that name an address. */
export interface Owner {
  readonly userId: string;
  /** Null when the address is not proven to be theirs. */
  readonly email: string | null;
}

/** What somebody else paid under an address that an invitation named is not theirs. */
export const ownerOf = ({
  userId,
  email,
  isAddressUnproven = false,
}: Pick<DataSubject, 'userId' | 'email' | 'isAddressUnproven'>): Owner => ({
  userId,
  email: email === '' || isAddressUnproven ? null : email,
});

export const paidBy =
  ({ userId, email }: Owner) =>
  (eb: ExpressionBuilder<Tables, 'payment'>) =>
    email === null
      ? eb('payment.payer_id', '=', userId)
      : eb.or([eb('payment.payer_id', '=', userId), eb('payment.person_email', '=', email)]);

export const boughtBy =
  ({ userId, email }: Owner) =>
  (eb: ExpressionBuilder<Tables, 'invoice'>) =>
    email === null
      ? eb('invoice.buyer_id', '=', userId)
      : eb.or([eb('invoice.buyer_id', '=', userId), eb('invoice.person_email', '=', email)]);

export const draftedFor =
  ({ userId, email }: Owner) =>
  (eb: ExpressionBuilder<Tables, 'invoice_draft'>) =>
    email === null
      ? eb('invoice_draft.buyer_id', '=', userId)
      : eb.or([eb('invoice_draft.buyer_id', '=', userId), eb('invoice_draft.person_email', '=', email)]);
