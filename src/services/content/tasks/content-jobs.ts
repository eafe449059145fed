import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';
import { pagePublished, pageScheduleFailed } from '../events.ts';

/** Every quarter of a minute: pages that are due. */
export const carryOutSchedulesTask = defineTask('content.carry-out-schedules', z.object({}), { priority: 50 });
/** Every night: preview links that are over, and hashes of those who rated an answer. */
export const pruneContentTask = defineTask('content.prune', z.object({}));
/** Mails to whoever planned it, and notifies the admins, that a page was published as planned. */
export const notifyPagePublishedTask = defineTask('content.notify-page-published', pagePublished.payload);
/** Mails to the admins, and notifies them, that a page was not published. */
export const notifyPageNotPublishedTask = defineTask('content.notify-page-not-published', pageScheduleFailed.payload);
