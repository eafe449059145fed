import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';
import { thresholdReached } from '../events.ts';

/** Every morning: has the revenue of the year reached a share of a limit? */
export const watchThresholdsTask = defineTask('insights.watch-thresholds', z.object({}), { priority: 200 });
/** Notifies the admins that it has. */
export const alertThresholdTask = defineTask('insights.alert-threshold', thresholdReached.payload, { priority: 50 });
