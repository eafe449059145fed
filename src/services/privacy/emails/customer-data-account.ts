import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when somebody asks, as one without an account, about an address that has one: its owner signs in. */
export interface CustomerDataAccountMail {
  loginUrl: string;
}

export const customerDataAccount: MailDefinition<'customer-data-account', CustomerDataAccountMail> = {
  name: 'customer-data-account',
  words: {
    fr: {
      subject: 'Vos données chez nous\u00a0: connectez-vous',
      preheader: 'Votre adresse a un compte, qui protège mieux vos données.',
      text: `Bonjour,

Quelqu’un, vous sans doute, a demandé ce que {{brand}} sait de cette adresse. Elle a un compte\u00a0: connectez-vous pour recevoir une copie de vos données ou effacer ce compte\u00a0:
{{loginUrl}}

Si vous ne pouvez pas vous connecter, écrivez-nous\u00a0: vos droits restent entiers.

Si vous n’avez rien demandé, ne faites rien.`,
    },
    en: {
      subject: 'Your data with us: sign in',
      preheader: 'Your address has an account, which guards your data better.',
      text: `Hello,

Somebody, you most likely, asked what {{brand}} knows of this address. It has an account: sign in to receive a copy of your data or to erase the account:
{{loginUrl}}

If you cannot sign in, write to us: your rights are whole.

If you did not ask for anything, do nothing.`,
    },
  },
  sample: { loginUrl: 'https://www.example.org/login' },
};
