import type { LiveTopic } from '../platform/context.ts';

/** How far a backup is: one stream for each. */
export const backupProgress: LiveTopic = { name: 'backupProgress' };
