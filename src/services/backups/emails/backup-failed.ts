import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins when two backups in a row to a target failed. */
export const backupFailedMail = defineMail({
  name: 'backup-failed',
  variables: {
    name: variable.text,
    /** Where, without passwords. */
    target: variable.text,
    /** The code of what went wrong. */
    failure: variable.text,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 's3://sauvegardes/atelier' },
    ...{ failure: 'BACKUP_TARGET_UNAVAILABLE', backupsUrl: 'https://www.example.org/admin/sauvegardes' },
  },
});
