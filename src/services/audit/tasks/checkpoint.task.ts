import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Signs where the audit log stands and exports it: every ten minutes, and every thousand entries. */
export const checkpointTask = defineTask('audit.checkpoint', z.object({}), { priority: 60 });
