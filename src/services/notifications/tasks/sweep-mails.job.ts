import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Finishes mails that nobody else would; every ten minutes. */
export const sweepMailsJob: JobType<object> = {
  kind: 'notifications.sweep-mails',
  payload: z.object({}),
  priority: 300,
  maxAttempts: 3,
};
