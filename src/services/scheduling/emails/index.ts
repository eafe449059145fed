/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { inviteArtisan, inviteCustomer, removeForArtisan, removeForCustomer } from '../notices/invitations.ts';
import { prepareConfirmUrl } from '../notices/mail-links.ts';
import { noLateVariable, prepareManageUrl as prepare } from '../notices/manage-url.ts';
import { agendaTomorrowMail } from './agenda-tomorrow.ts';
import { bookingCancelledArtisanMail } from './booking-cancelled-artisan.ts';
import { bookingCancelledMail } from './booking-cancelled.ts';
import { bookingConfirmCancelMail } from './booking-confirm-cancel.ts';
import { bookingConfirmedMail } from './booking-confirmed.ts';
import { bookingDeclinedMail } from './booking-declined.ts';
import { bookingExpiredMail } from './booking-expired.ts';
import { bookingLatePaymentRefundedMail } from './booking-late-payment-refunded.ts';
import { bookingLinkMail } from './booking-link.ts';
import { bookingNewArtisanMail } from './booking-new-artisan.ts';
import { bookingPaymentAwaitedMail } from './booking-payment-awaited.ts';
import { bookingReminderMail } from './booking-reminder.ts';
import { bookingRequestExpiredArtisanMail } from './booking-request-expired-artisan.ts';
import { bookingRequestMail } from './booking-request.ts';
import { bookingRequestedArtisanMail } from './booking-requested-artisan.ts';
import { bookingReviewMail } from './booking-review.ts';
import { bookingRescheduledArtisanMail } from './booking-rescheduled-artisan.ts';
import { consultationAnsweredMail } from './consultation-answered.ts';
import { consultationRequestedMail } from './consultation-requested.ts';
import { bookingRescheduledMail } from './booking-rescheduled.ts';

export const schedulingMails = [
  agendaTomorrowMail,
  implementMail(bookingCancelledArtisanMail, { prepare: noLateVariable, invite: removeForArtisan }),
  implementMail(bookingCancelledMail, { prepare, invite: removeForCustomer }),
  implementMail(bookingConfirmCancelMail, { prepare: prepareConfirmUrl }),
  implementMail(bookingConfirmedMail, { prepare, invite: inviteCustomer }),
  implementMail(bookingDeclinedMail, { prepare }),
  implementMail(bookingExpiredMail, { prepare }),
  implementMail(bookingLatePaymentRefundedMail, { prepare }),
  implementMail(bookingLinkMail, { prepare }),
  implementMail(bookingNewArtisanMail, { prepare: noLateVariable, invite: inviteArtisan }),
  implementMail(bookingPaymentAwaitedMail, { prepare }),
  implementMail(bookingReminderMail, { prepare }),
  bookingRequestExpiredArtisanMail,
  implementMail(bookingRequestMail, { prepare }),
  bookingRequestedArtisanMail,
  implementMail(bookingRescheduledArtisanMail, { prepare: noLateVariable, invite: inviteArtisan }),
  implementMail(bookingReviewMail, { prepare }),
  implementMail(bookingRescheduledMail, { prepare, invite: inviteCustomer }),
  implementMail(consultationAnsweredMail, { prepare }),
  implementMail(consultationRequestedMail, { prepare }),
] as const satisfies readonly ListedMail[];
