import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when the password has changed, so that the owner knows if it was not them. */
export interface PasswordChangedMail {
  firstName: string;
  resetUrl: string;
}

export const passwordChanged: MailDefinition<'password-changed', PasswordChangedMail> = {
  name: 'password-changed',
  words: {
    fr: {
      subject: 'Votre mot de passe a changé',
      preheader: 'Toutes vos sessions ont été fermées. Si ce n’était pas vous, agissez tout de suite.',
      text: `Bonjour {{firstName}},

Le mot de passe de votre compte {{brand}} vient de changer, et toutes vos sessions ont été fermées.

Si ce n’était pas vous, choisissez un nouveau mot de passe\u00a0:
{{resetUrl}}`,
    },
    en: {
      subject: 'Your password has changed',
      preheader: 'All your sessions were closed. If it was not you, act at once.',
      text: `Hello {{firstName}},

The password of your {{brand}} account has just changed, and all your sessions were closed.

If it was not you, choose a new password:
{{resetUrl}}`,
    },
  },
  sample: { firstName: 'Camille', resetUrl: 'https://www.example.org/forgotten-password' },
};
