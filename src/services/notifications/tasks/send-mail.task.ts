import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/**
 * One attempt at one mail. The delivery counts its own attempts, so that an attempt asked for twice is made once. One after
 * the other in a process: when it is killed, one mail at most may have left without our knowing.
 */
export const sendMailTask = defineTask(
  'notifications.send-mail',
  z.object({ deliveryId: z.uuid(), attempt: z.int().min(1) }),
  { priority: 50, atOnce: 1 },
);
