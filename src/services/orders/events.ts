import { z } from 'zod';
import { orderFileRoles } from '../../entities/orders/order-file.entity.ts';
import type { EventType } from '../platform/context.ts';
import { subjectShape } from '../platform/subject-shape.ts';

/** What happens to orders, as the other modules learn it. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const orderId = z.uuid();
const personId = z.uuid();
const title = z.string();

/** A customer placed an order; it waits for its payment. */
export const orderCreated = event('order.created', { orderId, customerId: personId });
/** The customer asked for a review of the pages; nothing is paid until then. */
export const orderSubmitted = event('order.submitted', { orderId, customerId: personId });
/** An admin counted the pages. `isAcceptanceRequired`: it costs more, and waits for the customer. `noteId`: the note that says why. */
export const orderReviewed = event('order.reviewed', {
  orderId,
  customerId: personId,
  isAcceptanceRequired: z.boolean(),
  pages: z.int(),
  noteId: z.uuid().nullable(),
});
/** A conversation is wished for before a price is given. */
export const consultationRequested = event('order.consultation-requested', { orderId, customerId: personId });
/** A quote was sent for it. */
export const orderQuotedFor = event('order.quoted-for', { orderId, customerId: personId, quoteId: z.uuid() });
/** Nobody answered the quote in time: the order is in review again. */
export const orderQuoteExpired = event('order.quote-expired', { orderId, customerId: personId, quoteId: z.uuid() });
/** An order that never had a payment was deleted. */
export const orderDeleted = event('order.deleted', { orderId, customerId: personId });
/** The money came: the order waits for a proofreader. `paymentId`: null where its invoice was paid, by whatever payments. */
export const orderPaid = event('order.paid', {
  orderId,
  customerId: personId,
  paymentId: z.uuid().nullable(),
});
/** A proofreader was assigned. `previousProofreaderId`: who had it before, when the order was given to someone else. */
export const orderAssigned = event('order.assigned', {
  orderId,
  /** The order, for modules that do not know orders. */
  subject: subjectShape,
  title,
  customerId: personId,
  proofreaderId: personId,
  previousProofreaderId: personId.nullable(),
});
/** The proofreader began. */
export const orderStarted = event('order.started', { orderId, customerId: personId, proofreaderId: personId });
/** A file came to the order. */
export const orderFileAdded = event('order.file-added', {
  orderId,
  fileId: z.uuid(),
  role: z.enum(orderFileRoles),
  customerId: personId,
  proofreaderId: personId.nullable(),
});
/** The proofreader handed the work over. */
export const orderDelivered = event('order.delivered', {
  orderId,
  title,
  customerId: personId,
  proofreaderId: personId,
});
/** An unpaid order was given up. */
export const orderCancelled = event('order.cancelled', { orderId, customerId: personId });
/** An admin stopped the work for a while. */
export const orderSuspended = event('order.suspended', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
});
/** The work goes on where it was. */
export const orderResumed = event('order.resumed', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
});

export type OrderPaid = z.infer<typeof orderPaid.payload>;
export type OrderAssigned = z.infer<typeof orderAssigned.payload>;
export type OrderDelivered = z.infer<typeof orderDelivered.payload>;
