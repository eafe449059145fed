import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins when something of a backup is damaged, and no whole copy was found. */
export const backupDamagedMail = defineMail({
  name: 'backup-damaged',
  variables: {
    name: variable.text,
    /** Where, without passwords. */
    target: variable.text,
    damaged: variable.count,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 's3://sauvegardes/atelier' },
    ...{ damaged: 2, backupsUrl: 'https://www.example.org/admin/sauvegardes' },
  },
});
