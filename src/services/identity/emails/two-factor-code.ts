import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when somebody signs in, or does something sensitive, and proves who they are by mail. */
export interface TwoFactorCodeMail {
  firstName: string;
  /** What it is good for, and for nothing else; in words of the reader. */
  purpose: string;
  /** Eight digits; stored nowhere. */
  code: string;
  expiresInMinutes: number;
  resetUrl: string;
}

export const twoFactorCode: MailDefinition<'two-factor-code', TwoFactorCodeMail, 'code'> = {
  name: 'two-factor-code',
  late: ['code'],
  inDoubt: 'renew',
  words: {
    fr: {
      subject: 'Votre code de vérification {{brand}}',
      preheader: 'Le code est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois.',
      text: `Bonjour {{firstName}},

Voici le code pour {{purpose}}\u00a0:
{{code}}

Il est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Ne le donnez à personne, pas même à nous.

Si vous n’avez rien demandé, quelqu’un d’autre se sert de votre compte. Choisissez un nouveau mot de passe\u00a0: toutes les sessions seront fermées.
{{resetUrl}}`,
    },
    en: {
      subject: 'Your {{brand}} verification code',
      preheader: 'The code is valid for {{expiresInMinutes}} minutes and works once.',
      text: `Hello {{firstName}},

Here is the code to {{purpose}}:
{{code}}

It is valid for {{expiresInMinutes}} minutes and works once. Give it to nobody, not even to us.

If you asked for nothing, somebody else is using your account. Choose a new password: every session will be closed.
{{resetUrl}}`,
    },
  },
  sample: {
    firstName: 'Camille',
    purpose: 'effacer votre compte pour toujours',
    code: '04823719',
    expiresInMinutes: 10,
    resetUrl: 'https://www.example.org/forgotten-password',
  },
};
