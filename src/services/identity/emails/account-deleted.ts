import type { MailDefinition } from '../../notifications/index.ts';

/** The last mail to a person whose account an admin has deleted. */
export interface AccountDeletedMail {
  firstName: string;
  /** Did anything stay: orders without a name, invoices? */
  isKept: boolean;
  privacyUrl: string;
}

export const accountDeleted: MailDefinition<'account-deleted', AccountDeletedMail> = {
  name: 'account-deleted',
  inDoubt: 'resend-once',
  words: {
    fr: {
      subject: 'Votre compte a été supprimé',
      preheader: 'Vous ne recevrez plus de messages de notre part.',
      text: `Bonjour {{firstName}},

Votre compte {{brand}} vient d’être supprimé. Vos sessions sont fermées, et vos messages et notifications effacés.

{{#if isKept}}Vos commandes restent, sans votre nom, et avec elles les factures et les paiements que la loi nous oblige à conserver dix ans.{{else}}Nous n’avons rien conservé de ce compte.{{/if}}

Lire notre politique de confidentialité\u00a0:
{{privacyUrl}}

Avec nos remerciements.`,
    },
    en: {
      subject: 'Your account has been deleted',
      preheader: 'You will receive no more messages from us.',
      text: `Hello {{firstName}},

Your {{brand}} account has just been deleted. Your sessions are closed, and your messages and notifications erased.

{{#if isKept}}Your orders stay, without your name, and with them the invoices and payments that the law requires us to keep for ten years.{{else}}We have kept nothing of this account.{{/if}}

Read our privacy policy:
{{privacyUrl}}

With our thanks.`,
    },
  },
  sample: {
    firstName: 'Camille',
    isKept: true,
    privacyUrl: 'https://www.example.org/confidentialite',
  },
};
