import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const occupancyKinds = ['BOOKING', 'GROUP_SESSION', 'HOLD', 'OFFER', 'EXTERNAL'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];

/**
 * A time of an artisan that is taken: what availability reads. Written and removed with the thing that takes it, in one
 * transaction with its quanta. Owned by the artisan; nobody sees what takes it by this
 * row. Without foreign keys, for speed, as the quanta.
 */
export const Occupancy = defineEntity({
  name: 'Occupancy',
  tableName: 'occupancy',
  properties: {
    ...base(),
    artisanId: identifier(),
    kind: p.enum(occupancyKinds),
    startsAt: instant(),
    endsAt: instant(),
    /** With the buffers; an external time longer than a day is cut at local midnights, so that the index reads a bounded past. */
    paddedFrom: instant(),
    paddedTo: instant(),
    /** The booking, the hold, or the external block. */
    referenceId: identifier(),
    /** When it ends by itself: of a hold, and of a booking that waits for its payment. */
    holdUntil: instant().strictNullable().default(null),
  },
  checks: [
    {
      name: 'occupancy_check_1',
      expression: 'ends_at > starts_at and padded_from <= starts_at and padded_to >= ends_at',
    },
  ],
  indexes: [{ properties: ['artisanId', 'paddedFrom', 'paddedTo'] }, { properties: ['referenceId'] }],
});
export type Occupancy = InferEntity<typeof Occupancy>;

/**
 * Five minutes of an artisan that are taken: the primary key is what forbids that two things take them. `q` is the UTC epoch
 * divided by 300 s. Without foreign keys, for speed; `bookings:verify` compares them with the bookings, row by row.
 */
export const Quantum = defineEntity({
  name: 'Quantum',
  tableName: 'quantum',
  properties: {
    artisanId: identifier().primary(),
    q: p.integer().primary(),
    occupancyId: identifier(),
  },
});
export type Quantum = InferEntity<typeof Quantum>;
