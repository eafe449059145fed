import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins, once for each gap, when the newest backup at a target is older than a day. */
export const backupLateMail = defineMail({
  name: 'backup-late',
  variables: {
    name: variable.text,
    /** Where, without passwords. */
    target: variable.text,
    hours: variable.count,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 's3://sauvegardes/atelier' },
    ...{ hours: 31, backupsUrl: 'https://www.example.org/admin/sauvegardes' },
  },
});
