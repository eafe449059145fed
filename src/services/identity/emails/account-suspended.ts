import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an admin has suspended an account. */
export interface AccountSuspendedMail {
  firstName: string;
  /** Where to write to us. */
  contactUrl: string;
}

export const accountSuspended: MailDefinition<'account-suspended', AccountSuspendedMail> = {
  name: 'account-suspended',
  words: {
    fr: {
      subject: 'Votre compte est suspendu',
      preheader: 'Vous ne pouvez plus vous connecter pour le moment. Vos données sont conservées.',
      text: `Bonjour {{firstName}},

Votre compte {{brand}} vient d’être suspendu\u00a0: vous ne pouvez plus vous connecter, et vos sessions ont été fermées. Rien n’est supprimé\u00a0: vos commandes, vos fichiers et vos factures sont conservés.

Si vous pensez qu’il s’agit d’une erreur, écrivez-nous\u00a0:
{{contactUrl}}

À bientôt.`,
    },
    en: {
      subject: 'Your account is suspended',
      preheader: 'You cannot sign in for the moment. Your data is kept.',
      text: `Hello {{firstName}},

Your {{brand}} account has just been suspended: you can no longer sign in, and your sessions were closed. Nothing is deleted: your orders, your files and your invoices are kept.

If you think this is a mistake, write to us:
{{contactUrl}}

See you soon.`,
    },
  },
  sample: {
    firstName: 'Camille',
    contactUrl: 'https://www.example.org/contact',
  },
};
