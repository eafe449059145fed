import type { MailDefinition } from '../../notifications/index.ts';

/** Sent to the address that was an account's until now, so that its owner can take the change back. */
export interface EmailChangedMail {
  firstName: string;
  /** Carries the single-use token; good for three days. */
  undoUrl: string;
}

export const emailChanged: MailDefinition<'email-changed', EmailChangedMail, 'undoUrl'> = {
  name: 'email-changed',
  late: ['undoUrl'],
  words: {
    fr: {
      subject: 'L’adresse de votre compte a changé',
      preheader: 'Si ce n’était pas vous, vous pouvez revenir à cette adresse pendant trois jours.',
      text: `Bonjour {{firstName}},

L’adresse de votre compte {{brand}} vient de changer\u00a0: nos messages n’arriveront plus ici.

Si ce n’était pas vous, reprenez votre adresse. Toutes les sessions seront fermées\u00a0:
{{undoUrl}}

Ce lien est valable trois jours. Choisissez ensuite un nouveau mot de passe.`,
    },
    en: {
      subject: 'The address of your account has changed',
      preheader: 'If it was not you, you can go back to this address for three days.',
      text: `Hello {{firstName}},

The address of your {{brand}} account has just changed: our messages will no longer arrive here.

If it was not you, take your address back. All sessions will be closed:
{{undoUrl}}

This link is valid for three days. Choose a new password afterwards.`,
    },
  },
  sample: { firstName: 'Camille', undoUrl: 'https://www.example.org/undo-email?token=9Jw3bXnT4kZc7vQm2LrYp8Hd' },
};
