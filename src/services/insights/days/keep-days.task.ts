import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Every five minutes: days that are over are kept, and computed again when something on them changed. */
export const keepDaysTask = defineTask('insights.keep-days', z.object({}), { priority: 200 });
