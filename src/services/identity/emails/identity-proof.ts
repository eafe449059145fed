import type { MailDefinition } from '../../notifications/index.ts';

/** Sent the first time an identity of a provider is seen: its link proves the address, and opens or joins an account. */
export interface IdentityProofMail {
  firstName: string;
  /** Google or Microsoft. */
  provider: string;
  /** Carries the single-use token. */
  confirmUrl: string;
  /** How long the link is valid. */
  expiresInMinutes: number;
}

export const identityProof: MailDefinition<'identity-proof', IdentityProofMail, 'confirmUrl'> = {
  name: 'identity-proof',
  late: ['confirmUrl'],
  words: {
    fr: {
      subject: 'Confirmez votre connexion avec {{provider}}',
      preheader:
        'Ouvrez le lien dans le navigateur où vous avez commencé. Il est valable {{expiresInMinutes}}\u00a0minutes.',
      text: `Bonjour {{firstName}},

Vous venez de choisir «\u00a0Continuer avec {{provider}}\u00a0» pour {{brand}}. Il reste une étape\u00a0: confirmer que cette adresse est bien la vôtre. Si elle a déjà un compte, {{provider}} y sera rattaché\u202f; sinon, un compte sera ouvert.

Confirmer, dans le navigateur où vous avez commencé\u00a0:
{{confirmUrl}}

Ce lien est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien\u00a0: rien ne changera.`,
    },
    en: {
      subject: 'Confirm that you sign in with {{provider}}',
      preheader: 'Open the link in the browser where you began. It is valid for {{expiresInMinutes}} minutes.',
      text: `Hello {{firstName}},

You have just chosen “Continue with {{provider}}” for {{brand}}. One step remains: confirming that this address is yours. If it has an account already, {{provider}} will be attached to it; otherwise an account will be opened.

Confirm, in the browser where you began:
{{confirmUrl}}

This link is valid for {{expiresInMinutes}} minutes and works once. If you asked for nothing, simply do nothing: nothing will change.`,
    },
  },
  sample: {
    firstName: 'Camille',
    provider: 'Google',
    confirmUrl: 'https://www.example.org/confirm-identity?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
};
