import { z } from 'zod';
import { refundDueReasons } from '../../entities/billing/payment.entity.ts';
import type { EventType } from '../platform/context.ts';
import { subjectTypeShape } from '../platform/subject-shape.ts';

/** Null for a person without an account: events hold no personal data, the row says who. */
const payerId = z.uuid().nullable();
const payment = { paymentId: z.uuid(), subjectType: subjectTypeShape, subjectId: z.uuid(), payerId };
const event = <S extends z.ZodRawShape>(name: string, shape: S): EventType<z.infer<z.ZodObject<S>>> => ({
  name,
  payload: z.object(shape),
});

/** The payment is confirmed and its subject is paid. Nobody needs to hear it: the subject is moved, and its invoice issued, in the same transaction. */
export const paymentCompleted = event('payment.completed', payment);
/** The payer is done and the money is on its way; it may still fail. */
export const paymentProcessing = event('payment.processing', payment);
/** The provider was asked for money and did not answer: until it is read again, nobody knows whether it was paid. */
export const paymentDoubtful = event('payment.doubtful', payment);
/** This attempt ended without a payment; its subject can be paid again. */
export const paymentFailed = event('payment.failed', payment);
/** Its page or form was closed before anybody paid; its subject can be paid again. */
export const paymentExpired = event('payment.expired', payment);
/** A refund, whole or in part. `refundedCents` is the sum of all so far. */
export const paymentRefunded = event('payment.refunded', { ...payment, refundedCents: z.int(), isWhole: z.boolean() });
const refund = { ...payment, refundId: z.uuid(), amountCents: z.int(), currency: z.string(), attempt: z.int() };
/** Money is to go back: the provider is asked, or somebody pays it by hand. */
export const refundRequested = event('refund.requested', { ...refund, isManual: z.boolean() });
/** The money has arrived, or left by hand. */
export const refundSucceeded = event('refund.succeeded', refund);
/** The money did not leave, or the payer's bank sent it back. For admins. */
export const refundFailed = event('refund.failed', refund);
/** A payment that must be refunded: its subject was already paid, cancelled, or has another price. For admins. */
export const paymentRefundDue = event('payment.refund-due', { ...payment, reason: z.enum(refundDueReasons) });
/** The provider's amount, currency or target is not ours: not accepted. For admins. */
export const paymentMismatched = event('payment.mismatched', {
  ...payment,
  differences: z.array(z.enum(['amount', 'currency', 'target'])),
});
/** The money of a payment without a provider never came: its invoice is owed again. An admin recorded it; reminders are read from the invoice. */
export const paymentReversed = event('payment.reversed', { ...payment, amountCents: z.int(), currency: z.string() });
const dispute = { ...payment, disputeId: z.uuid(), amountCents: z.int(), currency: z.string() };
/** The payer's bank claims the money back: there are days to answer. For admins. */
export const paymentDisputed = event('payment.disputed', { ...dispute, reason: z.string() });
/** The bank took the money: the invoice is owed again. For admins. */
export const disputeLost = event('dispute.lost', dispute);
/** The money stays here, or is back after it was lost. For admins. */
export const disputeWon = event('dispute.won', dispute);
/** An invoice has its number; its PDF is being made. */
export const invoiceIssued = event('invoice.issued', { invoiceId: z.uuid(), buyerId: payerId });
const invoice = { invoiceId: z.uuid(), buyerId: payerId, subjectType: subjectTypeShape, subjectId: z.uuid() };
/** Somebody had the invoice mailed, for the first time or again: its mail is queued in the same transaction. */
export const invoiceSent = event('invoice.sent', { ...invoice, deliveryId: z.uuid() });
/** Nothing of the invoice is owed any more. What becomes of its subject is the subject's own rule. */
export const invoicePaid = event('invoice.paid', invoice);
/** The invoice is owed, and its due date has passed. Reminders are read from the rows each morning (ADR 0050), and need no event. */
export const invoiceOverdue = event('invoice.overdue', invoice);
/** A credit note took something of the invoice back. The credit note is an invoice that was issued: its buyer hears of that. */
export const invoiceCredited = event('invoice.credited', { ...invoice, creditNoteId: z.uuid(), amountCents: z.int() });
/** The invoice's PDF is sealed and can be downloaded. */
export const invoiceReady = event('invoice.ready', { invoiceId: z.uuid(), buyerId: payerId });

export type PaymentIds = z.infer<z.ZodObject<typeof payment>>;
export type InvoiceIds = z.infer<z.ZodObject<typeof invoice>>;
