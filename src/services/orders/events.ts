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
/** Which suspension of the order it is; absent in what was emitted before it was written down. */
const suspendedAt = z.iso.datetime().optional();
const delivery = { orderId, deliveryId: z.uuid(), customerId: personId, proofreaderId: personId.nullable() };

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
  /** Absent in what was emitted before deliveries were kept. */
  deliveryId: z.uuid().optional(),
  title,
  customerId: personId,
  proofreaderId: personId,
});
/** All that was ordered is there: the order has come to its end, unless changes are asked for. */
export const orderCompleted = event('order.completed', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
});
/** The customer asked for changes to a delivery: the work goes on. */
export const changesRequested = event('order.changes-requested', { ...delivery });
/** A delivery was accepted: by the customer, or by time when they said nothing for fourteen days. */
export const deliveryAccepted = event('order.delivery-accepted', { ...delivery, isByTime: z.boolean() });
/** The proofreader gave the order back before its start; the reason is the note. */
export const orderDeclined = event('order.declined', {
  orderId,
  /** The order, for modules that do not know orders. */
  subject: subjectShape,
  noteId: z.uuid(),
  proofreaderId: personId,
});
/** An admin took the order from its proofreader before its start. */
export const orderUnassigned = event('order.unassigned', { orderId, subject: subjectShape, proofreaderId: personId });
/** The customer of a paid order asks for its cancellation; nothing has moved. */
export const cancellationRequested = event('order.cancellation-requested', { orderId, customerId: personId });
/** An order was given up; what was paid of it is on its way back. */
export const orderCancelled = event('order.cancelled', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable().optional(),
  isByCustomer: z.boolean().optional(),
  /** What goes back, in minor units of the order’s currency. */
  refundCents: z.int().optional(),
});
/** An admin stopped the work for a while. */
export const orderSuspended = event('order.suspended', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
  suspendedAt,
});
/** The work goes on where it was. */
export const orderResumed = event('order.resumed', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
  suspendedAt,
});

/** The proofreader asks for a later due date; admins answer. */
export const orderExtensionAsked = event('order.extension-asked', { orderId, extensionId: z.uuid() });
/** The due date was moved to a later one, by an answered request or by an admin. `at`: when it was. */
export const orderExtended = event('order.extended', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
  dueAt: z.iso.datetime(),
  previousDueAt: z.iso.datetime(),
  at: z.iso.datetime(),
});
/** The due date has passed without a delivery; once for each due date. */
export const orderLate = event('order.late', {
  orderId,
  customerId: personId,
  proofreaderId: personId.nullable(),
  dueAt: z.iso.datetime(),
});

export type OrderExtended = z.infer<typeof orderExtended.payload>;
export type ChangesRequested = z.infer<typeof changesRequested.payload>;
export type DeliveryAccepted = z.infer<typeof deliveryAccepted.payload>;
export type OrderDeclined = z.infer<typeof orderDeclined.payload>;
export type OrderCancelled = z.infer<typeof orderCancelled.payload>;
export type CancellationRequested = z.infer<typeof cancellationRequested.payload>;
export type OrderStarted = z.infer<typeof orderStarted.payload>;
export type OrderResumed = z.infer<typeof orderResumed.payload>;
export type OrderUnassigned = z.infer<typeof orderUnassigned.payload>;
export type OrderPaid = z.infer<typeof orderPaid.payload>;
export type OrderAssigned = z.infer<typeof orderAssigned.payload>;
export type OrderDelivered = z.infer<typeof orderDelivered.payload>;
