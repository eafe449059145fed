import type { PersonWithoutAccount } from '../../kernel/payer.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isUser } from '../../kernel/payer.ts';
import { payerFrom, personColumnsIn, type PayerColumns } from '../payer.ts';

type People = ReadonlyMap<string, PersonWithoutAccount>;

/** The people without an account who made some payments, by payment. For payments that the actor was shown. */
export async function peopleOfPayments({ db }: Pick<ReadContext, 'db'>, ids: readonly string[]): Promise<People> {
  const rows = db.selectFrom('payment').select(['payment.id', 'payment.payer_id as userId']);
  return peopleIn(
    await rows.select(personColumnsIn('payment')).where('id', 'in', ids).where('payer_id', 'is', null).execute(),
  );
}

/** The people without an account whom some invoices are for, by invoice. For invoices that the actor was shown. */
export async function peopleOfInvoices({ db }: Pick<ReadContext, 'db'>, ids: readonly string[]): Promise<People> {
  const rows = db.selectFrom('invoice').select(['invoice.id', 'invoice.buyer_id as userId']);
  return peopleIn(
    await rows.select(personColumnsIn('invoice')).where('id', 'in', ids).where('buyer_id', 'is', null).execute(),
  );
}

const peopleIn = (rows: readonly (PayerColumns & { readonly id: string })[]): People =>
  new Map(
    rows.flatMap((row) => {
      const payer = payerFrom(row);
      return isUser(payer) ? [] : [[row.id, payer] as const];
    }),
  );
