import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/**
 * One attempt at one mail. The delivery counts its own attempts, so that an attempt asked for twice is made once. One after
 * the other in a process: when it is killed, one mail at most may have left without our knowing.
 */
export const sendMailJob: JobType<{ deliveryId: string; attempt: number }> = {
  kind: 'notifications.send-mail',
  payload: z.object({ deliveryId: z.uuid(), attempt: z.int().min(1) }),
  priority: 50,
  atOnce: 1,
};
