import type { MailDefinition } from '../../notifications/index.ts';

/** Sent once the account is active. */
export interface WelcomeMail {
  firstName: string;
  accountUrl: string;
}

export const welcome: MailDefinition<'welcome', WelcomeMail> = {
  name: 'welcome',
  words: {
    fr: {
      subject: 'Bienvenue chez {{brand}}',
      preheader: 'Votre compte est actif. Voici ce que vous pouvez y faire.',
      text: `Bonjour {{capitalize firstName}},

Votre compte est actif. Dans votre espace, vous pouvez\u00a0:

- choisir une prestation et déposer votre manuscrit\u202f;
- échanger avec la personne qui vous relit\u202f;
- retrouver vos fichiers corrigés et vos factures.

Ouvrir mon espace\u00a0:
{{accountUrl}}

Nous nous réjouissons de vous accompagner.`,
    },
    en: {
      subject: 'Welcome to {{brand}}',
      preheader: 'Your account is active. Here is what you can do with it.',
      text: `Hello {{capitalize firstName}},

Your account is active. From your space you can:

- choose a service and upload your manuscript;
- talk with the person who proofreads your text;
- find your corrected files and your invoices.

Open my space:
{{accountUrl}}

We are delighted to work with you.`,
    },
  },
  sample: {
    firstName: 'Camille',
    accountUrl: 'https://www.example.org/espace',
  },
};
