import { can } from '../../access/actor.ts';
import { entitlementOf } from '../../billing/index.ts';
import { includes } from '../../kernel/plans.ts';
import { monthlySmsUsage } from '../../notifications/index.ts';
import type { AppContext, Db } from '../../platform/context.ts';

type Asking = Pick<AppContext, 'db' | 'now' | 'config'>;

/**
 * Why the plan of an artisan sends no text: none includes texts, or those of this month are used up. Only people who choose plans are
 * asked: the agendas of the business send what they like.
 */
export async function planRefusal(
  { db, now, config }: Asking,
  artisanUserId: string | null,
): Promise<'NO_PLAN' | 'PLAN_USED_UP' | null> {
  if (artisanUserId === null) return 'NO_PLAN';
  if (!(await choosesPlans(db, artisanUserId))) return null;
  const allowance = await entitlementOf(db, { personId: artisanUserId, feature: 'SMS', isWriting: true });
  if (allowance === undefined || !includes(allowance)) return 'NO_PLAN';
  if (allowance === null) return null;
  const used = await monthlySmsUsage({ db, now }, { payerId: artisanUserId, timeZone: config.TIME_ZONE });
  return used < allowance ? null : 'PLAN_USED_UP';
}

async function choosesPlans(db: Db, userId: string): Promise<boolean> {
  const user = await db.selectFrom('user').select('role').where('id', '=', userId).executeTakeFirst();
  return user !== undefined && can({ ...nobodyElse, userId, role: user.role }, 'plan:choose');
}

const nobodyElse = { kind: 'PERSON', sessionId: null, locale: 'fr', address: null, agent: null } as const;
