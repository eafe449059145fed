import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

const reached = z.object({ alarmId: z.uuid(), limitId: z.uuid(), year: z.int(), percent: z.int() });

/** The revenue of a year reached 80, 90 or 100 % of a limit: once each. For admins. */
export const thresholdReached: EventType<z.infer<typeof reached>> = { name: 'threshold.reached', payload: reached };
