import type { MailDefinition } from '../../notifications/index.ts';

/** Sent on registration: proves that the address belongs to the person. */
export interface ActivationMail {
  firstName: string;
  /** Carries the single-use token. */
  activationUrl: string;
  /** How long the link is valid. */
  expiresInMinutes: number;
}

export const activation: MailDefinition<'activation', ActivationMail, 'activationUrl'> = {
  name: 'activation',
  late: ['activationUrl'],
  words: {
    fr: {
      subject: 'Activez votre compte {{brand}}',
      preheader:
        'Confirmez votre adresse pour ouvrir votre espace. Le lien est valable {{expiresInMinutes}}\u00a0minutes.',
      text: `Bonjour {{firstName}},

Vous venez de créer un compte {{brand}}. Il reste une étape\u00a0: confirmer que cette adresse est bien la vôtre.

Activer mon compte\u00a0:
{{activationUrl}}

Ce lien est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Si vous n’avez pas demandé de compte, ne faites rien\u00a0: aucun ne sera ouvert à cette adresse.`,
    },
    en: {
      subject: 'Activate your {{brand}} account',
      preheader: 'Confirm your address to open your space. The link is valid for {{expiresInMinutes}} minutes.',
      text: `Hello {{firstName}},

You have just created a {{brand}} account. One step remains: confirming that this address is yours.

Activate my account:
{{activationUrl}}

This link is valid for {{expiresInMinutes}} minutes and works once. If you did not ask for an account, simply do nothing: none will be opened for this address.`,
    },
  },
  sample: {
    firstName: 'Camille',
    activationUrl: 'https://www.example.org/activation?jeton=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
};
