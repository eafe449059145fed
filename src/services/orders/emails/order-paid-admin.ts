import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when an order was paid and needs a proofreader. */
export const orderPaidAdmin = defineMail({
  name: 'order-paid-admin',
  about: 'ORDER',
  variables: {
    customerName: variable.text,
    customerEmail: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    /** What was paid, tax included. */
    amount: variable.amount,
    paidAt: variable.instant,
    /** In the back office. */
    orderUrl: variable.webAddress,
  },
  sample: {
    customerName: 'Camille Lefèvre',
    customerEmail: 'camille.lefevre@example.com',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    amount: { amount: 145_000, currency: 'EUR' },
    paidAt: '2026-11-20T09:41:00.000Z',
    orderUrl: 'https://www.example.org/admin/commandes/SL-2026-0042',
  },
});
