import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { MailTemplateError, type MailPreparation } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { manageUrl } from '../bookings/manage-token.ts';

/** Just before such a mail leaves: the present link of the booking, which is stored nowhere. */
export const prepareManageUrl: MailPreparation<{ readonly manageUrl: string }> = async (ctx, { data }) => {
  const booking = await ctx.run(
    ({ em }: Tx<'em'>, id: string) => em.findOne(Booking, { id }),
    String(data['bookingId']),
  );
  if (booking === null) throw new MailTemplateError('booking', 'there is no such booking');
  return { manageUrl: manageUrl(ctx, booking) };
};

/** Of a mail that only carries a calendar entry. */
export const noLateVariable: MailPreparation<object> = async () => ({});
