/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import {
  prepareAttachLink,
  prepareExpired,
  prepareGuestActivation,
  prepareResumeLink,
} from '../guests/guest-order-mails.ts';
import { correctedFileReady } from './corrected-file-ready.ts';
import { guestActivation } from './guest-activation.ts';
import { guestOrderAttach } from './guest-order-attach.ts';
import { guestOrderExpiredMail } from './guest-order-expired.ts';
import { guestOrderReminder } from './guest-order-reminder.ts';
import { guestOrderStartedMail } from './guest-order-started.ts';
import { orderPaidAdmin } from './order-paid-admin.ts';
import { orderPaidCustomer } from './order-paid-customer.ts';

export const ordersMails = [
  correctedFileReady,
  implementMail(guestActivation, { prepare: prepareGuestActivation }),
  implementMail(guestOrderAttach, { prepare: prepareAttachLink }),
  implementMail(guestOrderExpiredMail, { prepare: prepareExpired }),
  implementMail(guestOrderReminder, { prepare: prepareResumeLink }),
  implementMail(guestOrderStartedMail, { prepare: prepareResumeLink }),
  orderPaidAdmin,
  orderPaidCustomer,
] as const satisfies readonly ListedMail[];
