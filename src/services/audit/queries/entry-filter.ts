import type { AuditOutcome } from '../../../entities/audit/audit-entry.entity.ts';
import type { AuditSeverity } from '../../kernel/audit-actions.ts';
import { z } from 'zod';
import { keptInstant, matching, within } from '../../platform/filters.ts';
import type { Db } from '../../platform/context.ts';

/** Which entries; whatever is absent does not matter. */
export interface AuditFilter {
  /** Who did it. */
  readonly actor?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly targetType?: string | null | undefined;
  readonly targetId?: string | null | undefined;
  readonly severity?: AuditSeverity | null | undefined;
  readonly outcome?: AuditOutcome | null | undefined;
  /** At this instant or later. */
  readonly from?: Date | null | undefined;
  /** Before this instant. */
  readonly to?: Date | null | undefined;
}

const columns = {
  actor: 'actor_id',
  action: 'action',
  targetType: 'target_type',
  targetId: 'target_id',
  severity: 'severity',
  outcome: 'outcome',
} as const;

/** The entries that a filter lets through. */
export const entriesThrough = (db: Db, filter: AuditFilter) =>
  within(matching(db.selectFrom('audit_entry'), columns, filter), 'at', filter);

const keptShape = z.object({
  actor: z.string().nullish(),
  action: z.string().nullish(),
  targetType: z.string().nullish(),
  targetId: z.string().nullish(),
  severity: z.enum(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']).nullish(),
  outcome: z.enum(['SUCCESS', 'FAILURE']).nullish(),
  from: keptInstant,
  to: keptInstant,
});

/** A filter as an export keeps it, read back. */
export const keptFilter = (kept: unknown): AuditFilter => keptShape.parse(kept);
