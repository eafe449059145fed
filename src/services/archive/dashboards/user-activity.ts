import { can, personOf } from '../../access/actor.ts';
import { instantAt } from '../../kernel/business-time.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isId } from '../../kernel/ids.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Operation } from '../../platform/context.ts';
import type { Point } from './months.ts';

export interface AskActivity {
  readonly userId: string;
  /** Local days, both included; 92 of them at most. */
  readonly from: string;
  readonly to: string;
}

/** What somebody did, as the audit log has it; what was refused does not count. */
export interface UserActivity {
  readonly total: number;
  /** By the action of the audit log, the most frequent first. */
  readonly byAction: readonly Point[];
  /** By local day, every day of the period in order. */
  readonly byDay: readonly Point[];
}

const mostDays = 92;

/** For oneself, and for admins and auditors. Errors: NOT_FOUND, INPUT_INVALID. */
export const userActivity: Operation<'db' | 'actor' | 'now' | 'config', AskActivity, UserActivity> = async (
  { db, actor, config },
  { userId, from, to },
) => {
  if (!isId(userId) || (personOf(actor) !== userId && !can(actor, 'archive:dashboard')))
    throw new DomainError('NOT_FOUND');
  const zone = config.TIME_ZONE;
  const days = daysOf(from, to);
  const rows = await db
    .selectFrom('audit_entry')
    .select(['at', 'action'])
    .where('actor_id', '=', userId)
    .where('outcome', '=', 'SUCCESS')
    .where('at', '>=', instantAt(from, '00:00', zone))
    .where('at', '<', instantAt(to, '24:00', zone))
    .execute();
  const byDay = counted(rows.map(({ at }) => localDateOf(instantFrom(at), zone)));
  const byAction = [...counted(rows.map(({ action }) => action))].map(([bucket, value]) => ({ bucket, value }));
  return {
    total: rows.length,
    byAction: byAction.toSorted((a, b) => b.value - a.value || (a.bucket < b.bucket ? -1 : 1)),
    byDay: days.map((bucket) => ({ bucket, value: byDay.get(bucket) ?? 0 })),
  };
};

function daysOf(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to).days + 1;
  if (count < 1) throw fieldError('to', 'notBefore');
  if (count > mostDays) throw fieldError('to', 'maxDays');
  return Array.from({ length: count }, (_, i) => first.add({ days: i }).toString());
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
