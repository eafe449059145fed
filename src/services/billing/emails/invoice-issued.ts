import type { Money } from '../../kernel/money.ts';
import type { MailDefinition } from '../../notifications/index.ts';

/** Tells the customer that their invoice can be downloaded. */
export interface InvoiceIssuedMail {
  firstName: string;
  invoiceNumber: string;
  /** Local date, `YYYY-MM-DD`. */
  issuedOn: string;
  /** Tax included. */
  total: Money;
  invoiceUrl: string;
}

export const invoiceIssued: MailDefinition<'invoice-issued', InvoiceIssuedMail> = {
  name: 'invoice-issued',
  words: {
    fr: {
      subject: 'Votre facture {{invoiceNumber}}',
      preheader: 'Émise le {{formatDate issuedOn}}, pour un montant de {{formatPrice total}}.',
      text: `Bonjour {{firstName}},

Votre facture est disponible. Vous pouvez la télécharger à tout moment depuis votre espace.

Facture\u00a0: {{invoiceNumber}}
Émise le\u00a0: {{formatDate issuedOn}}
Montant\u00a0: {{formatPrice total}}

Télécharger la facture\u00a0:
{{invoiceUrl}}

Conservez-la\u00a0: elle vous servira de justificatif.`,
    },
    en: {
      subject: 'Your invoice {{invoiceNumber}}',
      preheader: 'Issued on {{formatDate issuedOn}}, for {{formatPrice total}}.',
      text: `Hello {{firstName}},

Your invoice is available. You can download it at any time from your space.

Invoice: {{invoiceNumber}}
Issued on: {{formatDate issuedOn}}
Total: {{formatPrice total}}

Download the invoice:
{{invoiceUrl}}

Please keep it for your records.`,
    },
  },
  sample: {
    firstName: 'Camille',
    invoiceNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-20',
    total: { amount: 145_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/FACT-2026-000042',
  },
};
