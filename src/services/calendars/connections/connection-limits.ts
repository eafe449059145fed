import { may } from '../../access/permissions.ts';
import { entitlementOf } from '../../billing/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';

/** Of one artisan; and calendars of one connection. */
export const mostConnections = 10;
export const mostCalendars = 50;

/** How many connections the plan of an artisan's account says; those who choose no plan have as many as anybody may. */
export async function allowedConnections(db: Db, userId: string | null): Promise<number> {
  const user = userId === null ? undefined : await roleOf(db, userId);
  if (userId === null || !may(user?.role ?? null, 'plan:choose')) return mostConnections;
  const allowance = await entitlementOf(db, { personId: userId, feature: 'CALENDARS', isWriting: true });
  return Math.min(allowance === null ? mostConnections : (allowance ?? 0), mostConnections);
}

const roleOf = (db: Db, id: string) => db.selectFrom('user').select('role').where('id', '=', id).executeTakeFirst();

/** Refuses one connection more than the plan says (PLAN_REQUIRED, PLAN_OVER_QUOTA), or than anybody may have (INPUT_INVALID). */
export async function requireAllowance(
  db: Db,
  { id, userId }: { readonly id: string; readonly userId: string | null },
): Promise<void> {
  const rows = await db
    .selectFrom('calendar_connection')
    .select('status')
    .where('artisan_id', '=', id)
    .where('status', '<>', 'DISCONNECTED')
    .execute();
  if (rows.length >= mostConnections) throw fieldError('input', 'tooMany');
  const [used, allowed] = [
    rows.filter(({ status }) => status !== 'PAUSED').length,
    await allowedConnections(db, userId),
  ];
  if (allowed === 0) throw new DomainError('PLAN_REQUIRED', { feature: 'CALENDARS' });
  if (used >= allowed) throw new DomainError('PLAN_OVER_QUOTA', { feature: 'CALENDARS', used, allowed });
}
