import type { AuditActions } from './define.ts';

/** Audit actions whose modules do not exist yet: the names are the seeds’, kept for them. There is none at present. */

export const plannedAuditActions = {} as const satisfies AuditActions;
