/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import {
  prepareAttachLink,
  prepareExpired,
  prepareGuestActivation,
  prepareResumeLink,
} from '../guests/guest-order-mails.ts';
import { correctedFileReady } from './corrected-file-ready.ts';
import { manuscriptMissing } from './manuscript-missing.ts';
import { orderDueSoon } from './order-due-soon.ts';
import { orderExtendedMail } from './order-extended.ts';
import { orderExtensionAskedMail } from './order-extension-asked.ts';
import { orderLateCustomer } from './order-late-customer.ts';
import { orderLateMail } from './order-late.ts';
import { orderStarted } from './order-started.ts';
import { orderSuspended } from './order-suspended.ts';
import { orderResumed } from './order-resumed.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderDeclined } from './order-declined.ts';
import { deliveryChangesRequested } from './delivery-changes-requested.ts';
import { deliveryAccepted } from './delivery-accepted.ts';
import { deliveryExpiring } from './delivery-expiring.ts';
import { orderExpiring } from './order-expiring.ts';
import { orderPagesDiffer } from './order-pages-differ.ts';
import { guestActivation } from './guest-activation.ts';
import { guestOrderAttach } from './guest-order-attach.ts';
import { guestOrderExpiredMail } from './guest-order-expired.ts';
import { guestOrderReminder } from './guest-order-reminder.ts';
import { guestOrderStartedMail } from './guest-order-started.ts';
import { orderPaidAdmin } from './order-paid-admin.ts';
import { orderPaidCustomer } from './order-paid-customer.ts';
import { orderReceived } from './order-received.ts';
import { orderUnderReview } from './order-under-review.ts';

export const ordersMails = [
  correctedFileReady,
  orderExpiring,
  orderPagesDiffer,
  implementMail(guestActivation, { prepare: prepareGuestActivation }),
  implementMail(guestOrderAttach, { prepare: prepareAttachLink }),
  implementMail(guestOrderExpiredMail, { prepare: prepareExpired }),
  implementMail(guestOrderReminder, { prepare: prepareResumeLink }),
  implementMail(guestOrderStartedMail, { prepare: prepareResumeLink }),
  orderPaidAdmin,
  orderPaidCustomer,
  orderDueSoon,
  orderLateMail,
  orderLateCustomer,
  orderExtendedMail,
  orderExtensionAskedMail,
  manuscriptMissing,
  deliveryExpiring,
  deliveryAccepted,
  deliveryChangesRequested,
  orderDeclined,
  orderCancelled,
  orderResumed,
  orderSuspended,
  orderStarted,
  orderReceived,
  orderUnderReview,
] as const satisfies readonly ListedMail[];
