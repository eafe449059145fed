import { requirePermission } from '../../access/actor.ts';
import type { RetentionAction, RetentionClassName, RetentionGround } from '../../kernel/retention.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { RetentionClass } from '../../platform/retention.ts';
import type { Operation } from '../../platform/context.ts';

/** For how long one class of records is kept, why, and within which bounds that may be changed. */
export interface RetentionPolicyRow {
  readonly recordClass: RetentionClassName;
  readonly action: RetentionAction;
  readonly ground: RetentionGround;
  readonly days: number;
  readonly usualDays: number;
  readonly leastDays: number;
  readonly mostDays: number;
  readonly changedAt: Date | null;
  readonly changedById: string | null;
}

interface Chosen {
  readonly days: number;
  readonly changedAt: Date;
  readonly changedById: string;
}

export const policyRowOf = (
  { name, action, ground, days }: RetentionClass,
  chosen: Chosen | undefined,
): RetentionPolicyRow => ({
  recordClass: name,
  action,
  ground,
  days: chosen?.days ?? days.usual,
  usualDays: days.usual,
  leastDays: days.least,
  mostDays: days.most,
  changedAt: chosen?.changedAt ?? null,
  changedById: chosen?.changedById ?? null,
});

/** Every class of records, with the period in force. */
export const listRetentionPolicies: Operation<'db' | 'actor' | 'retention', void, RetentionPolicyRow[]> = async ({
  db,
  actor,
  retention,
}) => {
  requirePermission(actor, 'retention:read');
  const rows = await db.selectFrom('retention_policy').selectAll().execute();
  const chosen = new Map<string, Chosen>(
    rows.map((row) => [
      row.record_class,
      { days: row.days, changedAt: instantFrom(row.changed_at), changedById: row.changed_by_id },
    ]),
  );
  return retention.map((retained) => policyRowOf(retained, chosen.get(retained.name)));
};
