import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';

/** Nothing is sent to an address any more, at all or of a kind. */
export const emailSuppressed = {
  name: 'email.suppressed',
  payload: z.object({ suppressionId: z.uuid() }),
} satisfies EventType;

/** The server of an address refused a mail for good. */
export const emailBounced = {
  name: 'email.bounced',
  payload: z.object({ deliveryId: z.uuid() }),
} satisfies EventType;
