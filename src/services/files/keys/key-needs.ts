import type { AppContext } from '../../platform/context.ts';

/** The longest of what the domains that keep backups say. */
export async function neededByBackup(
  ctx: Pick<AppContext, 'db' | 'now' | 'keyNeeds'>,
  id: string,
): Promise<{ readonly until: Date | null } | undefined> {
  const needs = (await Promise.all(ctx.keyNeeds.map((ask) => ask(ctx, id)))).filter((need) => need !== undefined);
  if (needs.some(({ until }) => until === null)) return { until: null };
  return needs.sort((a, b) => Number(b.until) - Number(a.until))[0];
}
