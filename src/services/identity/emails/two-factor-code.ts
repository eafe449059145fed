import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when somebody signs in, or does something sensitive, and proves who they are by mail. */
export interface TwoFactorCodeMail {
  firstName: string;
  /** Eight digits; stored nowhere. */
  code: string;
  expiresInMinutes: number;
  resetUrl: string;
}

export const twoFactorCode: MailDefinition<'two-factor-code', TwoFactorCodeMail, 'code'> = {
  name: 'two-factor-code',
  late: ['code'],
  inDoubt: 'resend-once',
  words: {
    fr: {
      subject: 'Votre code de vérification {{brand}}',
      preheader: 'Le code est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois.',
      text: `Bonjour {{firstName}},

Voici le code qui confirme que c’est bien vous\u00a0:
{{code}}

Il est valable {{expiresInMinutes}}\u00a0minutes et ne sert qu’une fois. Ne le donnez à personne, pas même à nous.

Si vous n’avez rien demandé, quelqu’un connaît votre mot de passe. Choisissez-en un nouveau\u00a0:
{{resetUrl}}`,
    },
    en: {
      subject: 'Your {{brand}} verification code',
      preheader: 'The code is valid for {{expiresInMinutes}} minutes and works once.',
      text: `Hello {{firstName}},

Here is the code that confirms it is you:
{{code}}

It is valid for {{expiresInMinutes}} minutes and works once. Give it to nobody, not even to us.

If you asked for nothing, somebody knows your password. Choose a new one:
{{resetUrl}}`,
    },
  },
  sample: { firstName: 'Camille', code: '04823719', expiresInMinutes: 10, resetUrl: 'https://www.example.org/forgotten-password' },
};
