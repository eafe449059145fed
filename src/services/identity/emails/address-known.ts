import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the owner of an account when somebody registers its address again; whoever registers learns nothing. */
export const addressKnown = defineMail({
  name: 'address-known',
  variables: {
    firstName: variable.text,
    loginUrl: variable.webAddress,
  },
  sample: { firstName: 'Camille', loginUrl: 'https://www.example.org/login' },
});
