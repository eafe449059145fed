/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { cabinetAccessMail } from './cabinet-access.ts';
import { cabinetEnteredMail } from './cabinet-entered.ts';
import { cabinetInvitationMail } from './cabinet-invitation.ts';

export const archiveMails = [
  cabinetAccessMail,
  cabinetEnteredMail,
  cabinetInvitationMail,
] as const satisfies readonly ListedMail[];
