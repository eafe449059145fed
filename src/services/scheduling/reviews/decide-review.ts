import { Review } from '../../../entities/scheduling/review.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/context.ts';
import { loadArtisan } from '../load-artisan.ts';
import { reviewStates } from './review.states.ts';

interface WhichReview {
  readonly id: string;
}

const decide =
  (verb: 'approve' | 'reject'): UseCase<'em' | 'actor' | 'now' | 'record', WhichReview, Review> =>
  async (tx, { id }) => {
    const review = isId(id) ? await tx.em.findOne(Review, { id }) : null;
    if (review === null) throw new DomainError('NOT_FOUND');
    await loadArtisan(tx, review.artisan.id, 'review:decide');
    transition(reviewStates, review, verb);
    review.decidedAt = tx.now;
    tx.record({ action: 'REVIEW_DECIDED', targetId: review.booking.id, payload: { reviewId: id, verb } });
    return review;
  };

/** Shows a review to everybody: by its artisan or an admin. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const approveReview = decide('approve');

/** Keeps a review from being shown. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const rejectReview = decide('reject');
