import { z } from 'zod';
import { acceptanceEffects } from '../../../entities/billing/quote.entity.ts';
import type { EventType } from '../../platform/context.ts';

/** `buyerId`: null for a person without an account; the row says who. */
const quote = { quoteId: z.uuid(), buyerId: z.uuid().nullable() };
const event = <S extends z.ZodRawShape>(name: string, shape: S): EventType<z.infer<z.ZodObject<S>>> => ({
  name,
  payload: z.object(shape),
});

/** A quote was sent, or sent again: it is printed, then mailed. */
export const quoteSent = event('quote.sent', { ...quote, timesSent: z.int() });
/** Accepted, on line or off. What it wants issued is issued already; INVOICE_LATER leaves that to somebody. */
export const quoteAccepted = event('quote.accepted', {
  ...quote,
  acceptanceId: z.uuid(),
  effect: z.enum(acceptanceEffects),
  invoiceId: z.uuid().nullable(),
});
export const quoteRefused = event('quote.refused', quote);
/** Its last day is over, and nobody answered. Its buyer was warned before; an order that waited for it is moved in the same transaction. */
export const quoteExpired = event('quote.expired', quote);
