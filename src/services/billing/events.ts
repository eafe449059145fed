import { z } from 'zod';
import { billables, refundReasons } from '../../entities/billing/payment.entity.ts';
import type { EventType } from '../platform/context.ts';

const payment = { paymentId: z.uuid(), subjectType: z.enum(billables), subjectId: z.uuid(), payerId: z.uuid() };
const event = <S extends z.ZodRawShape>(name: string, shape: S): EventType<z.infer<z.ZodObject<S>>> => ({
  name,
  payload: z.object(shape),
});

/** The money came and its thing is settled. */
export const paymentCompleted = event('payment.completed', payment);
/** This attempt ended without money; the thing can be paid again. */
export const paymentFailed = event('payment.failed', payment);
/** Money went back. `refundedCents` counts all that did so far. */
export const paymentRefunded = event('payment.refunded', { ...payment, refundedCents: z.int(), isWhole: z.boolean() });
/** Money came that is owed back: the thing was already paid, cancelled, or has another price. For admins. */
export const paymentRefundDue = event('payment.refund-due', { ...payment, reason: z.enum(refundReasons) });
/** The provider's amount, currency or target is not ours: not believed. For admins. */
export const paymentMismatched = event('payment.mismatched', {
  ...payment,
  differences: z.array(z.enum(['amount', 'currency', 'target'])),
});
/** The payer's bank claims the money back: there are days to answer. For admins. */
export const paymentDisputed = event('payment.disputed', {
  ...payment,
  amountCents: z.int(),
  currency: z.string(),
  reason: z.string(),
});
/** An invoice has its number; its PDF is being made. */
export const invoiceIssued = event('invoice.issued', { invoiceId: z.uuid(), customerId: z.uuid() });
/** The invoice's PDF is sealed and can be downloaded. */
export const invoiceReady = event('invoice.ready', { invoiceId: z.uuid(), customerId: z.uuid() });

export type PaymentFacts = z.infer<z.ZodObject<typeof payment>>;
