import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an identity or a passkey has been removed from an account, so that the owner knows if it was not them. */
export interface SignInMethodRemovedMail {
  firstName: string;
  /** What was removed, in the person’s language. */
  method: string;
  /** Where ways of signing in are listed. */
  accountUrl: string;
}

export const signInMethodRemoved: MailDefinition<'sign-in-method-removed', SignInMethodRemovedMail> = {
  name: 'sign-in-method-removed',
  words: {
    fr: {
      subject: 'Un moyen de connexion a été retiré de votre compte',
      preheader: 'Si ce n’était pas vous, agissez tout de suite.',
      text: `Bonjour {{firstName}},

Un moyen de connexion vient d’être retiré de votre compte {{brand}}\u00a0: {{method}}. Il n’ouvre plus votre compte, et vos autres sessions ont été fermées.

Si ce n’était pas vous, choisissez un nouveau mot de passe et vérifiez vos moyens de connexion\u00a0:
{{accountUrl}}`,
    },
    en: {
      subject: 'A way of signing in was removed from your account',
      preheader: 'If it was not you, act at once.',
      text: `Hello {{firstName}},

A way of signing in has just been removed from your {{brand}} account: {{method}}. It no longer opens your account, and your other sessions were closed.

If it was not you, choose a new password and look through your ways of signing in:
{{accountUrl}}`,
    },
  },
  sample: { firstName: 'Camille', method: 'Google', accountUrl: 'https://www.example.org/account/sign-in' },
};
