import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Signs where the journal stands and tells it outside: every ten minutes, and every thousand entries. */
export const checkpointJob = defineTask('audit.checkpoint', z.object({}), { priority: 60 });
