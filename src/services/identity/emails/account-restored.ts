import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an admin has restored a suspended account. */
export interface AccountRestoredMail {
  firstName: string;
  loginUrl: string;
}

export const accountRestored: MailDefinition<'account-restored', AccountRestoredMail> = {
  name: 'account-restored',
  words: {
    fr: {
      subject: 'Votre compte est rétabli',
      preheader: 'Vous pouvez de nouveau vous connecter.',
      text: `Bonjour {{firstName}},

Votre compte {{brand}} est de nouveau actif. Vous retrouvez tout ce que vous y aviez laissé.

Me connecter\u00a0:
{{loginUrl}}

À bientôt.`,
    },
    en: {
      subject: 'Your account is restored',
      preheader: 'You can sign in again.',
      text: `Hello {{firstName}},

Your {{brand}} account is active again. Everything is as you left it.

Sign in:
{{loginUrl}}

See you soon.`,
    },
  },
  sample: {
    firstName: 'Camille',
    loginUrl: 'https://www.example.org/login',
  },
};
