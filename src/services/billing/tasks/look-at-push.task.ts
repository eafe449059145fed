import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Reads a push of mobile money again, and plans the next look while its end is not known. */
export const lookAtPushTask = defineTask('billing.look-at-push', z.object({ paymentId: z.uuid() }), { priority: 20 });
