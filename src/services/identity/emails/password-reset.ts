import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when somebody asks to choose a new password for this address. */
export interface PasswordResetMail {
  firstName: string;
  /** Carries the single-use token. */
  resetUrl: string;
  /** How long the link is valid. */
  expiresInMinutes: number;
}

export const passwordReset: MailDefinition<'password-reset', PasswordResetMail, 'resetUrl'> = {
  name: 'password-reset',
  late: ['resetUrl'],
  inDoubt: 'renew',
  words: {
    fr: {
      subject: 'Choisissez un nouveau mot de passe',
      preheader: 'Le lien est valable {{expiresInMinutes}}\u00a0minutes. Rien ne change si vous ne l’utilisez pas.',
      text: `Bonjour {{firstName}},

Quelqu’un, sans doute vous, souhaite choisir un nouveau mot de passe pour votre compte {{brand}}.

Choisir un mot de passe\u00a0:
{{resetUrl}}

Ce lien est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Toutes vos sessions seront fermées. Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe ne change pas.`,
    },
    en: {
      subject: 'Choose a new password',
      preheader: 'The link is valid for {{expiresInMinutes}} minutes. Nothing changes unless you use it.',
      text: `Hello {{firstName}},

Somebody, probably you, wishes to choose a new password for your {{brand}} account.

Choose a password:
{{resetUrl}}

This link is valid for {{expiresInMinutes}} minutes and works once. All your sessions will be closed. If you asked for nothing, simply do nothing: your password does not change.`,
    },
  },
  sample: {
    firstName: 'Camille',
    resetUrl: 'https://www.example.org/reset-password?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
};
