import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when a second factor came or went, so that the owner knows if it was not them. */
export interface TwoFactorChangedMail {
  firstName: string;
  /** In words of the reader. */
  method: string;
  isEnabled: boolean;
  securityUrl: string;
}

export const twoFactorChanged: MailDefinition<'two-factor-changed', TwoFactorChangedMail> = {
  name: 'two-factor-changed',
  words: {
    fr: {
      subject: 'La double vérification de votre compte a changé',
      preheader: 'Vos autres sessions ont été fermées. Si ce n’était pas vous, agissez tout de suite.',
      text: `Bonjour {{firstName}},

{{#if isEnabled}}Une vérification protège désormais votre compte {{brand}}{{else}}Une vérification ne protège plus votre compte {{brand}}{{/if}}\u00a0: {{method}}.

Vos autres sessions ont été fermées. Si ce n’était pas vous, vérifiez la sécurité de votre compte\u00a0:
{{securityUrl}}`,
    },
    en: {
      subject: 'The two-step verification of your account has changed',
      preheader: 'Your other sessions were closed. If it was not you, act at once.',
      text: `Hello {{firstName}},

{{#if isEnabled}}A verification now protects your {{brand}} account{{else}}A verification no longer protects your {{brand}} account{{/if}}: {{method}}.

Your other sessions were closed. If it was not you, check the security of your account:
{{securityUrl}}`,
    },
  },
  sample: {
    firstName: 'Camille',
    method: 'application d’authentification',
    isEnabled: true,
    securityUrl: 'https://www.example.org/compte/securite',
  },
};
