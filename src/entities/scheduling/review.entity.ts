import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Artisan } from './artisan.entity.ts';
import { Booking } from './booking.entity.ts';

export const reviewStatuses = ['SUBMITTED', 'APPROVED', 'REJECTED'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/**
 * What a customer says of an appointment that took place. Owned by whoever booked it; seen by its artisan and admins, and by everybody
 * once approved, without a name. Goes with the booking, and its text with the customer.
 */
export const Review = defineEntity({
  name: 'Review',
  tableName: 'review',
  properties: {
    ...base(),
    booking: () => p.oneToOne(Booking).lazyRef().owner().deleteRule('cascade'),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('restrict'),
    /** 1 to 5. */
    rating: p.integer(),
    text: p.text().strictNullable().default(null),
    status: p.enum(reviewStatuses).default('SUBMITTED'),
    /** When it was last approved or rejected. */
    decidedAt: instant().strictNullable().default(null),
  },
  checks: [{ name: 'review_check_1', expression: 'rating between 1 and 5' }],
  indexes: [{ properties: ['artisan', 'status', 'createdAt', 'id'] }],
});
export type Review = InferEntity<typeof Review>;
