import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when somebody registers an address that has an account already: its owner is told, the other learns nothing. */
export interface AddressKnownMail {
  firstName: string;
  loginUrl: string;
}

export const addressKnown: MailDefinition<'address-known', AddressKnownMail> = {
  name: 'address-known',
  words: {
    fr: {
      subject: 'Vous avez déjà un compte {{brand}}',
      preheader: 'Quelqu’un a voulu ouvrir un compte avec votre adresse. Le vôtre n’a pas changé.',
      text: `Bonjour {{firstName}},

Quelqu’un, peut-être vous, a voulu ouvrir un compte {{brand}} avec cette adresse. Vous en avez déjà un\u00a0: rien n’a été créé ni modifié.

Me connecter\u00a0:
{{loginUrl}}

Si ce n’était pas vous, vous n’avez rien à faire.`,
    },
    en: {
      subject: 'You already have a {{brand}} account',
      preheader: 'Somebody tried to open an account with your address. Yours has not changed.',
      text: `Hello {{firstName}},

Somebody, perhaps you, tried to open a {{brand}} account with this address. You already have one: nothing was created or changed.

Sign in:
{{loginUrl}}

If it was not you, there is nothing to do.`,
    },
  },
  sample: { firstName: 'Camille', loginUrl: 'https://www.example.org/login' },
};
