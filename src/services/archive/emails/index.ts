/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { cabinetAccessMail } from './cabinet-access.ts';
import { cabinetEnteredMail } from './cabinet-entered.ts';
import { cabinetInvitationMail } from './cabinet-invitation.ts';
import { destructionCertifiedMail } from './destruction-certified.ts';
import { documentsDueMail } from './documents-due.ts';
import { quotaCrossedMail } from './quota-crossed.ts';
import { uploadExpiredMail } from './upload-expired.ts';

export const archiveMails = [
  cabinetAccessMail,
  cabinetEnteredMail,
  cabinetInvitationMail,
  destructionCertifiedMail,
  documentsDueMail,
  quotaCrossedMail,
  uploadExpiredMail,
] as const satisfies readonly ListedMail[];
