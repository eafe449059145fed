import type { MailDefinition } from '../../notifications/index.ts';

/** Sent to the new address of an account, which it proves. */
export interface EmailChangeMail {
  firstName: string;
  /** Carries the single-use token. */
  confirmUrl: string;
  expiresInMinutes: number;
}

export const emailChange: MailDefinition<'email-change', EmailChangeMail, 'confirmUrl'> = {
  name: 'email-change',
  late: ['confirmUrl'],
  inDoubt: 'renew',
  words: {
    fr: {
      subject: 'Confirmez votre nouvelle adresse',
      preheader:
        'Rien ne change tant que vous n’avez pas confirmé. Le lien est valable {{expiresInMinutes}}\u00a0minutes.',
      text: `Bonjour {{firstName}},

Vous avez demandé que cette adresse devienne celle de votre compte {{brand}}. Confirmez qu’elle est bien à vous\u00a0:
{{confirmUrl}}

Ce lien est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien.`,
    },
    en: {
      subject: 'Confirm your new address',
      preheader: 'Nothing changes until you confirm. The link is valid for {{expiresInMinutes}} minutes.',
      text: `Hello {{firstName}},

You asked for this address to become the one of your {{brand}} account. Confirm that it is yours:
{{confirmUrl}}

This link is valid for {{expiresInMinutes}} minutes and works once. If you asked for nothing, simply do nothing.`,
    },
  },
  sample: {
    firstName: 'Camille',
    confirmUrl: 'https://www.example.org/confirm-email?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
};
