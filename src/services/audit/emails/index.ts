/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { auditAlert } from './audit-alert.ts';
import { auditCheckpoint } from './audit-checkpoint.ts';

export const auditMails = [auditAlert, auditCheckpoint] as const satisfies readonly ListedMail[];
