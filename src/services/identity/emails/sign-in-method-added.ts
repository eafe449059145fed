import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an identity or a passkey has been added to an account, so that the owner knows if it was not them. */
export interface SignInMethodAddedMail {
  firstName: string;
  /** What was added, in the person’s language. */
  method: string;
  /** Where ways of signing in are listed. */
  accountUrl: string;
}

export const signInMethodAdded: MailDefinition<'sign-in-method-added', SignInMethodAddedMail> = {
  name: 'sign-in-method-added',
  words: {
    fr: {
      subject: 'Nouveau moyen de connexion à votre compte',
      preheader: 'Si ce n’était pas vous, retirez-le tout de suite.',
      text: `Bonjour {{firstName}},

Un moyen de connexion vient d’être ajouté à votre compte {{brand}}\u00a0: {{method}}.

Si ce n’était pas vous, retirez-le et choisissez un nouveau mot de passe\u00a0:
{{accountUrl}}`,
    },
    en: {
      subject: 'A new way of signing in to your account',
      preheader: 'If it was not you, remove it at once.',
      text: `Hello {{firstName}},

A way of signing in has just been added to your {{brand}} account: {{method}}.

If it was not you, remove it and choose a new password:
{{accountUrl}}`,
    },
  },
  sample: { firstName: 'Camille', method: 'Google', accountUrl: 'https://www.example.org/account/sign-in' },
};
