import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Finishes mails that nobody else would; every ten minutes. */
export const sweepMailsTask = defineTask('notifications.sweep-mails', z.object({}), { priority: 300, maxAttempts: 3 });
