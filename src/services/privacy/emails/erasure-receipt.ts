import type { MailDefinition } from '../../notifications/index.ts';

/** Sent to the address of somebody whose account was erased, by themself or by an admin: the last mail they get, and their receipt. */
export interface ErasureReceiptMail {
  receiptId: string;
  erasedAt: string;
  /** Records and how many. */
  gone: string;
  /** Records, why and until when; empty when nothing stays. */
  kept: string;
  /** Why the house did it; empty when the person did it themself. */
  reason: string;
  rightsUrl: string;
}

export const erasureReceiptMail: MailDefinition<'erasure-receipt', ErasureReceiptMail> = {
  name: 'erasure-receipt',
  words: {
    fr: {
      subject: 'Votre compte a été effacé',
      preheader: 'Voici ce qui a disparu, et ce que la loi nous impose de garder.',
      text: `Bonjour,

Votre compte {{brand}} a été effacé le {{formatDate erasedAt}}{{#if reason}} par nos soins, pour cette raison\u00a0: {{reason}}{{/if}}. Ce message est le dernier que nous vous envoyons\u202f; votre adresse est oubliée après son envoi.

Effacé ou rendu anonyme\u00a0: {{gone}}.

Conservé\u00a0: {{kept}}.

Vos droits sur vos données\u00a0:
{{rightsUrl}}

Numéro de ce reçu\u00a0: {{receiptId}}`,
    },
    en: {
      subject: 'Your account was erased',
      preheader: 'This is what went, and what the law asks us to keep.',
      text: `Hello,

Your {{brand}} account was erased on {{formatDate erasedAt}}{{#if reason}} by us, for this reason: {{reason}}{{/if}}. This message is the last one that we send you; your address is forgotten once it has left.

Erased or made anonymous: {{gone}}.

Kept: {{kept}}.

Your rights over your data:
{{rightsUrl}}

Number of this receipt: {{receiptId}}`,
    },
  },
  sample: {
    receiptId: '01999999-9999-7999-8999-999999999999',
    erasedAt: '2026-11-20T10:00:00.000Z',
    gone: 'fichiers (12), messages (40), compte (1)',
    kept: 'factures (3)\u00a0: la loi impose de conserver les pièces comptables dix ans, jusqu’au 20\u00a0novembre\u00a02036',
    reason: 'le compte n’a pas servi',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
};
