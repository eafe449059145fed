import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when somebody requests, without signing in, the data about an address that has an account: its owner can sign in. */
export const customerDataAccount = defineMail({
  name: 'customer-data-account',
  variables: {
    loginUrl: variable.webAddress,
  },
  sample: { loginUrl: 'https://www.example.org/login' },
});
