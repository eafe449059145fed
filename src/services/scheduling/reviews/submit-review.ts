import { Review } from '../../../entities/scheduling/review.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { notify, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { lockOpened, openBooking, type OpenedBooking, type Opening } from '../managing/open-booking.ts';

export interface SubmitReview {
  readonly code: string;
  readonly token?: string | null | undefined;
  /** 1 to 5. */
  readonly rating: number;
  readonly text?: string | null | undefined;
}

const words: NotificationWords<{ readonly rating: number }> = {
  fr: ({ rating }) => ({ title: 'Un avis attend votre accord', message: `Note\u00a0: ${rating} sur 5.` }),
  en: ({ rating }) => ({ title: 'A review waits for your approval', message: `Rating: ${rating} out of 5.` }),
};

/**
 * What a customer says of an appointment that took place, once, by the link of the booking or with their account. Nobody sees it before
 * its artisan or an admin approves it. Errors: BOOKING_NOT_FOUND, ACTION_NOT_ALLOWED, CONFLICT for another one.
 */
export async function submitReview(
  ctx: Opening & Pick<AppContext, 'run'>,
  { code, token = null, rating, text }: SubmitReview,
): Promise<{ readonly id: string }> {
  const opened = await openBooking(ctx, { code, token }, 'booking:read');
  return ctx.run(submit, { opened, rating, text: text?.trim() || null });
}

interface Said {
  readonly opened: OpenedBooking;
  readonly rating: number;
  readonly text: string | null;
}

async function submit(tx: Tx<'em' | 'now' | 'publish'>, { opened, rating, text }: Said): Promise<Review> {
  const booking = await lockOpened(tx, opened);
  if (booking.status !== 'COMPLETED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'review', status: booking.status });
  const known = await tx.em.findOne(Review, { booking: booking.id });
  if (known !== null) return sameReview(known, { rating, text });
  const review = tx.em.create(Review, { id: newId(), booking, artisan: booking.artisan.id, rating, text });
  await tx.em.flush();
  await notifyArtisan(tx, review);
  return review;
}

/** Said again, word for word, after an answer that was lost: it stands already. */
function sameReview(known: Review, { rating, text }: Pick<Said, 'rating' | 'text'>): Review {
  if (known.rating !== rating || known.text !== text) throw new DomainError('CONFLICT');
  return known;
}

async function notifyArtisan(tx: Tx<'em' | 'now' | 'publish'>, { id, rating, artisan }: Review): Promise<void> {
  const { userId } = await tx.em.findOneOrFail(Artisan, { id: artisan.id });
  const account = userId === null ? undefined : (await recipientsOf(tx, [userId])).get(userId);
  if (account === undefined) return;
  await notify(tx, {
    ...words[account.locale]({ rating }),
    ...{ userId: account.userId, type: 'BOOKING', actionUrl: `/reviews/${id}`, data: { reviewId: id } },
    dedupeKey: `review-submitted:${id}`,
  });
}
