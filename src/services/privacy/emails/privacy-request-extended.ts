import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when the answer to a request about personal data will take up to three months. */
export interface PrivacyRequestExtendedMail {
  firstName: string;
  /** In the mail's language. */
  kind: string;
  askedAt: string;
  dueAt: string;
  reason: string;
  rightsUrl: string;
}

export const privacyRequestExtended: MailDefinition<'privacy-request-extended', PrivacyRequestExtendedMail> = {
  name: 'privacy-request-extended',
  words: {
    fr: {
      subject: 'Votre demande sur vos données prendra plus de temps',
      preheader: 'Nous avons besoin de deux mois de plus pour vous répondre.',
      text: `Bonjour {{firstName}},

Nous ne pourrons pas répondre en un mois à la demande que vous avez faite à {{brand}} le {{formatDate askedAt}} ({{kind}}). La loi nous accorde deux mois de plus (RGPD, article 12, paragraphe 3)\u00a0: vous aurez notre réponse au plus tard le {{formatDate dueAt}}.

En voici la raison\u00a0:

{{quote reason}}

Vos droits, et comment saisir la CNIL si ce délai ne vous convient pas\u00a0:
{{rightsUrl}}
`,
    },
    en: {
      subject: 'Your request about your data will take longer',
      preheader: 'We need two months more to answer you.',
      text: `Hello {{firstName}},

We cannot answer within a month the request that you made to {{brand}} on {{formatDate askedAt}} ({{kind}}). The law gives us two months more (GDPR, article 12, paragraph 3): you will have our answer by {{formatDate dueAt}}.

This is why:

{{quote reason}}

Your rights, and how to turn to the supervisory authority if this delay does not suit you:
{{rightsUrl}}
`,
    },
  },
  sample: {
    firstName: 'Camille',
    kind: 'rectification',
    askedAt: '2026-11-20T10:00:00.000Z',
    dueAt: '2027-02-20T10:00:00.000Z',
    reason: 'Vos données se trouvent dans de nombreux dossiers.',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
};
