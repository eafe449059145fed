import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an admin has changed what a person may do. */
export const rightsChanged = defineMail({
  name: 'rights-changed',
  variables: {
    firstName: variable.text,
    /** Their roles from now on, in their language. */
    rights: variable.text,
    loginUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    rights: 'cliente ou client, auditrice ou auditeur',
    loginUrl: 'https://www.example.org/login',
  },
});
