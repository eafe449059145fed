import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** What happens to connected calendars, as the other modules learn it. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const connection = { connectionId: z.uuid(), artisanId: z.uuid() };

export const calendarConnected = event('calendar.connected', connection);
export const calendarDisconnected = event('calendar.disconnected', connection);
/** The provider refuses what we know: its owner must connect it again. */
export const calendarToReconnect = event('calendar.to-reconnect', connection);
/** A booking and a calendar disagree. */
export const calendarConflict = event('calendar.conflict', {
  conflictId: z.uuid(),
  bookingId: z.uuid(),
  artisanId: z.uuid(),
});
