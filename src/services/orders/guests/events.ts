import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';
import { subjectShape } from '../../platform/subject-shape.ts';

/** What happens to orders without an account, as the other modules learn it. No event says who they are. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const guestOrderId = z.uuid();

/** A visitor without an account began an order. */
export const guestOrderStarted = event('guest-order.started', { guestOrderId });
/** A visitor asked for a price that the price list does not say. For admins. */
export const guestReviewRequested = event('guest-order.review-requested', { guestOrderId });
/** It is paid. `orderId`: null while it waits for its link to be followed, since its address has an account already. */
export const guestOrderPaid = event('guest-order.paid', { guestOrderId, orderId: z.uuid().nullable() });
/** It has become an order of an account. */
export const guestOrderAttached = event('guest-order.attached', {
  guestOrderId,
  /** The order, for modules that do not know orders. */
  subject: subjectShape,
  customerId: z.uuid(),
});
/** It ended without a payment, or nobody followed the link of a paid one. */
export const guestOrderExpired = event('guest-order.expired', { guestOrderId, wasPaid: z.boolean() });

export type GuestReviewRequested = z.infer<typeof guestReviewRequested.payload>;
export type GuestOrderPaid = z.infer<typeof guestOrderPaid.payload>;
