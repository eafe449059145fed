import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Every five minutes: the digests that are due by the clock of each person. */
export const sendDigestsTask = defineTask('notifications.send-digests', z.object({}), { priority: 150, atOnce: 1 });

/** Every minute: what waited for the end of quiet hours. */
export const endQuietHoursTask = defineTask('notifications.end-quiet-hours', z.object({}), {
  priority: 150,
  atOnce: 1,
});
