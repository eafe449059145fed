import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an admin answered a request about personal data. */
export interface PrivacyRequestAnsweredMail {
  firstName: string;
  /** In the mail's language. */
  kind: string;
  askedAt: string;
  answer: string;
  rightsUrl: string;
}

export const privacyRequestAnswered: MailDefinition<'privacy-request-answered', PrivacyRequestAnsweredMail> = {
  name: 'privacy-request-answered',
  words: {
    fr: {
      subject: 'Réponse à votre demande sur vos données',
      preheader: 'Nous avons traité ce que vous nous avez demandé.',
      text: `Bonjour {{firstName}},

Voici notre réponse à la demande que vous avez faite à {{brand}} le {{formatDate askedAt}} ({{kind}})\u00a0:

{{quote answer}}

Vos droits, et comment saisir la CNIL si cette réponse ne vous convient pas\u00a0:
{{rightsUrl}}
`,
    },
    en: {
      subject: 'Answer to your request about your data',
      preheader: 'We have dealt with what you asked for.',
      text: `Hello {{firstName}},

This is our answer to the request that you made to {{brand}} on {{formatDate askedAt}} ({{kind}}):

{{quote answer}}

Your rights, and how to turn to the supervisory authority if this answer does not suit you:
{{rightsUrl}}
`,
    },
  },
  sample: {
    firstName: 'Camille',
    kind: 'rectification',
    askedAt: '2026-11-20T10:00:00.000Z',
    answer: 'Votre nom est corrigé.',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
};
