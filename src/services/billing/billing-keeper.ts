import { numberFrom } from '../platform/orm/values.ts';
import type { PersonKeeper } from '../platform/ports.ts';

/** Payments and invoices stay ten years, whatever becomes of the account (code de commerce, article L. 123-22). */
export const billingKeeper: PersonKeeper = {
  holdings: async ({ db }, userId) => {
    const payments = await db.selectFrom('payment').select(({ fn }) => fn.countAll().as('n')).where('payer_id', '=', userId).executeTakeFirst();
    const invoices = await db.selectFrom('invoice').select(({ fn }) => fn.countAll().as('n')).where('customer_id', '=', userId).executeTakeFirst();
    return [
      { record: 'PAYMENTS', count: numberFrom(payments?.n), fate: 'KEPT' },
      { record: 'INVOICES', count: numberFrom(invoices?.n), fate: 'KEPT' },
    ];
  },
};
