import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Signs where the audit log stands and exports it: every ten minutes, and every thousand entries. */
export const checkpointJob: JobType<object> = { kind: 'audit.checkpoint', payload: z.object({}), priority: 60 };
