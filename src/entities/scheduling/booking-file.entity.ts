import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Booking } from './booking.entity.ts';

/**
 * A file that answers a question of an offering. Sent by the customer of the booking, whom it belongs to; seen by its artisan, by admins
 * and by a customer with an account. Dies with what the booking says of its customer.
 */
export const BookingFile = defineEntity({
  name: 'BookingFile',
  tableName: 'booking_file',
  properties: {
    ...base(),
    booking: () => p.manyToOne(Booking).lazyRef().deleteRule('cascade'),
    file: () => p.manyToOne(StoredFile).lazyRef().deleteRule('cascade'),
    /** The question that it answers, as it was when it was sent: the offering may ask others by now. */
    questionId: identifier(),
    label: p.string().length(255),
  },
  indexes: [{ properties: ['booking', 'createdAt', 'id'] }],
  uniques: [{ properties: ['file'] }],
});
export type BookingFile = InferEntity<typeof BookingFile>;
