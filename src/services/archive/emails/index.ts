/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { destructionCertifiedMail } from './destruction-certified.ts';
import { documentsDueMail } from './documents-due.ts';

export const archiveMails = [destructionCertifiedMail, documentsDueMail] as const satisfies readonly ListedMail[];
