/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { backupDamagedMail } from './backup-damaged.ts';
import { backupFailedMail } from './backup-failed.ts';
import { backupLateMail } from './backup-late.ts';
import { damageHealedMail } from './damage-healed.ts';
import { keyUnavailableMail } from './key-unavailable.ts';
import { drillFailedMail } from './restore-drill-failed.ts';

export const backupsMails = [
  backupDamagedMail,
  backupFailedMail,
  backupLateMail,
  damageHealedMail,
  drillFailedMail,
  keyUnavailableMail,
] as const satisfies readonly ListedMail[];
