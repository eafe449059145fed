import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when somebody signs in, or does something sensitive, with a code by mail as second factor. */
export const twoFactorCode = defineMail({
  name: 'two-factor-code',
  variables: {
    firstName: variable.text,
    /** The only purpose it is valid for, in the reader's language. */
    purpose: variable.text,
    /** Eight digits; stored nowhere. */
    code: variable.text,
    expiresInMinutes: variable.count,
    resetUrl: variable.webAddress,
  },
  late: ['code'],
  inDoubt: 'renew',
  sample: {
    firstName: 'Camille',
    purpose: 'effacer votre compte pour toujours',
    code: '04823719',
    expiresInMinutes: 10,
    resetUrl: 'https://www.example.org/forgotten-password',
  },
});
