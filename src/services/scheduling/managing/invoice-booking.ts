import { issueFinalInvoice } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { bookingSubject } from '../booking-subject.ts';
import { findLockedBooking } from '../bookings/load-booking.ts';
import type { invoiceBookingTask } from './managing-jobs.ts';

const words: Readonly<Record<Locale, (offering: string, code: string) => string>> = {
  fr: (offering, code) => `${offering}, rendez-vous ${code}`,
  en: (offering, code) => `${offering}, booking ${code}`,
};

/**
 * The final invoice of an appointment that took place: its price, with the deposit deducted; made out to whoever paid that. Without an
 * invoiced deposit there is none: what is paid on the spot is the artisan’s own affair. Done twice, it is done once.
 */
export async function invoiceBooking(
  { run }: Pick<AppContext, 'run'>,
  { bookingId }: PayloadOf<typeof invoiceBookingTask>,
): Promise<void> {
  await run(issue, bookingId);
}

async function issue(tx: Tx<'em' | 'now' | 'config' | 'emit' | 'record'>, id: string): Promise<void> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null || booking.status !== 'COMPLETED' || booking.depositCents === 0) return;
  const gross = money(booking.priceCents, booking.currency);
  const description = words[booking.locale](booking.offeringName, booking.publicCode).slice(0, 500);
  const issued = await issueFinalInvoice(tx, bookingSubject(id), { description, gross });
  if (issued === 'CLOCK') throw new DomainError('CLOCK_IMPLAUSIBLE');
}
