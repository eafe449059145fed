import type { Money } from '../../kernel/money.ts';
import type { MailDefinition } from '../../notifications/index.ts';

/** Thanks the customer when their payment has been received. */
export interface OrderPaidCustomerMail {
  firstName: string;
  /** What people call the order by. */
  orderReference: string;
  orderTitle: string;
  /** What was paid, tax included. */
  amount: Money;
  /** RFC 3339 instant. */
  paidAt: string;
  orderUrl: string;
}

export const orderPaidCustomer: MailDefinition<'order-paid-customer', OrderPaidCustomerMail> = {
  name: 'order-paid-customer',
  words: {
    fr: {
      subject: 'Votre commande {{orderReference}} est confirmée',
      preheader: 'Nous avons bien reçu votre paiement de {{formatPrice amount}}.',
      text: `Bonjour {{firstName}},

Nous avons bien reçu votre paiement. Votre manuscrit va être confié à notre équipe de correction\u202f; nous vous écrirons dès que le fichier corrigé sera prêt.

Commande\u00a0: {{orderReference}}
Titre\u00a0: {{orderTitle}}
Payée le\u00a0: {{formatDate paidAt}}
Montant\u00a0: {{formatPrice amount}}

Suivre ma commande\u00a0:
{{orderUrl}}

Votre facture vous parviendra dans un message séparé.`,
    },
    en: {
      subject: 'Your order {{orderReference}} is confirmed',
      preheader: 'We have received your payment of {{formatPrice amount}}.',
      text: `Hello {{firstName}},

We have received your payment. Your manuscript will be entrusted to one of our proofreaders; we will write to you as soon as the corrected file is ready.

Order: {{orderReference}}
Title: {{orderTitle}}
Paid on: {{formatDate paidAt}}
Amount: {{formatPrice amount}}

Follow my order:
{{orderUrl}}

Your invoice will reach you in a separate message.`,
    },
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    amount: { amount: 145_000, currency: 'EUR' },
    paidAt: '2026-11-20T09:41:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
};
