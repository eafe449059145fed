import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** What happens to tickets, as the other modules learn it. */

const about = <S extends z.ZodRawShape>(name: string, more: S) =>
  ({ name, payload: z.object({ ticketId: z.uuid(), ...more }) }) satisfies EventType;

/** Somebody asks the team to resolve something; `userId` is null for a visitor. */
export const ticketOpened = about('ticket.opened', { userId: z.uuid().nullable() });
/** The team answered for the first time. */
export const ticketAnswered = about('ticket.answered', { at: z.iso.datetime() });
/** Whoever moved it; null for the application. Absent in what was emitted before anybody could watch. */
const mover = { byId: z.uuid().nullable().optional() };

/** It waits for whoever asks. */
export const ticketWaiting = about('ticket.waiting', mover);
/** The team says that it is resolved, or nobody answered it for long. */
export const ticketResolved = about('ticket.resolved', mover);
/** It was not resolved after all. */
export const ticketReopened = about('ticket.reopened', mover);
/** It is over: resolved, or given up. */
export const ticketClosed = about('ticket.closed', { ...mover, isCancelled: z.boolean() });
/** Everything goes on in another one. */
export const ticketMerged = about('ticket.merged', { intoId: z.uuid() });
/** A target was missed. */
export const ticketBreached = about('ticket.breached', { target: z.enum(['RESPONSE', 'RESOLUTION']) });
