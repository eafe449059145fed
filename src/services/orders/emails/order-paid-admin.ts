import type { Money } from '../../kernel/money.ts';
import type { MailDefinition } from '../../notifications/index.ts';

/** Tells the administrators that an order was paid and waits for a proofreader. */
export interface OrderPaidAdminMail {
  customerName: string;
  customerEmail: string;
  /** What people call the order by. */
  orderReference: string;
  orderTitle: string;
  /** What was paid, tax included. */
  amount: Money;
  /** RFC 3339 instant. */
  paidAt: string;
  /** In the back office. */
  orderUrl: string;
}

export const orderPaidAdmin: MailDefinition<'order-paid-admin', OrderPaidAdminMail> = {
  name: 'order-paid-admin',
  words: {
    fr: {
      subject: 'Commande {{orderReference}} payée\u00a0: {{formatPrice amount}}',
      preheader: '{{customerName}} a payé «\u00a0{{orderTitle}}\u00a0». Il reste à désigner la personne qui corrigera.',
      text: `Une commande vient d’être payée. Il reste à désigner la personne qui la corrigera.

Commande\u00a0: {{orderReference}}
Titre\u00a0: {{orderTitle}}
Client\u00a0: {{customerName}} <{{customerEmail}}>
Payée le\u00a0: {{formatDate paidAt}}
Montant\u00a0: {{formatPrice amount}}

Ouvrir la commande\u00a0:
{{orderUrl}}`,
    },
    en: {
      subject: 'Order {{orderReference}} paid: {{formatPrice amount}}',
      preheader: '{{customerName}} has paid for “{{orderTitle}}”. A proofreader is still to be assigned.',
      text: `An order has just been paid. A proofreader is still to be assigned.

Order: {{orderReference}}
Title: {{orderTitle}}
Customer: {{customerName}} <{{customerEmail}}>
Paid on: {{formatDate paidAt}}
Amount: {{formatPrice amount}}

Open the order:
{{orderUrl}}`,
    },
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
};
