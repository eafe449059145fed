import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins, once a day for each key, when the service that keeps a master key does not answer. */
export const keyUnavailableMail = defineMail({
  name: 'key-unavailable',
  variables: {
    name: variable.text,
    /** The service, and the id of the key. */
    target: variable.text,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 'AWS_KMS 7f3a01c2', backupsUrl: 'https://www.example.org/admin/cles' },
  },
});
