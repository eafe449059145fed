import { can } from '../../access/actor.ts';
import { entitlementOf } from '../../billing/index.ts';
import { monthlySmsUsage } from '../../notifications/index.ts';
import type { AppContext, Db } from '../../platform/context.ts';

type Asking = Pick<AppContext, 'db' | 'now' | 'config'>;

/** Texts of a calendar month that count for a plan, and how many of them it has: null for as many as one likes. */
export interface TextUsage {
  readonly used: number;
  readonly allowed: number | null;
}

/** What an artisan has sent this month, of what their plan has. */
export async function textUsage(ctx: Asking, { userId }: { readonly userId: string | null }): Promise<TextUsage> {
  return { used: userId === null ? 0 : await usedBy(ctx, userId), allowed: await allowedTexts(ctx.db, userId) };
}

/**
 * Why the plan of an artisan sends no text: none includes texts, or those of this month are used up. Only people who choose plans are
 * asked: the agendas of the business send what they like.
 */
export async function planRefusal(
  ctx: Asking,
  artisanUserId: string | null,
): Promise<'NO_PLAN' | 'PLAN_USED_UP' | null> {
  const allowed = await allowedTexts(ctx.db, artisanUserId);
  if (allowed === null) return null;
  if (allowed === 0 || artisanUserId === null) return 'NO_PLAN';
  return (await usedBy(ctx, artisanUserId)) < allowed ? null : 'PLAN_USED_UP';
}

const usedBy = ({ db, now, config }: Asking, payerId: string): Promise<number> =>
  monthlySmsUsage({ db, now }, { payerId, timeZone: config.TIME_ZONE });

async function allowedTexts(db: Db, userId: string | null): Promise<number | null> {
  if (userId === null) return 0;
  if (!(await choosesPlans(db, userId))) return null;
  const allowance = await entitlementOf(db, { personId: userId, feature: 'SMS', isWriting: true });
  return allowance === undefined ? 0 : allowance;
}

async function choosesPlans(db: Db, userId: string): Promise<boolean> {
  const user = await db.selectFrom('user').select('role').where('id', '=', userId).executeTakeFirst();
  return user !== undefined && can({ ...nobodyElse, userId, role: user.role }, 'plan:choose');
}

const nobodyElse = { kind: 'PERSON', sessionId: null, locale: 'fr', address: null, agent: null } as const;
