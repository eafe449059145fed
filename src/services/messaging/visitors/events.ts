import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';

/** Somebody without an account has written by a form; their conversation is open, unless the message is held. */
export const visitorWrote: EventType<{ visitorId: string }> = {
  name: 'visitor.wrote',
  payload: z.object({ visitorId: z.uuid() }),
};

/** Nothing of a visitor is left: what other modules know of them goes too. */
export const visitorForgotten: EventType<{ visitorId: string }> = {
  name: 'visitor.forgotten',
  payload: z.object({ visitorId: z.uuid() }),
};

/** A visitor’s message waits for an admin. */
export const messageHeld: EventType<{ heldMessageId: string }> = {
  name: 'message.held',
  payload: z.object({ heldMessageId: z.uuid() }),
};
