import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins when a restore for practice failed. */
export const drillFailedMail = defineMail({
  name: 'restore-drill-failed',
  variables: {
    name: variable.text,
    /** Where, without passwords. */
    target: variable.text,
    /** The code, and what it is about. */
    fault: variable.text,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 's3://sauvegardes/atelier' },
    ...{ fault: 'OBJECT_MISSING objects/3f/3f0a', backupsUrl: 'https://www.example.org/admin/sauvegardes' },
  },
});
