import type { UserRole } from '../../kernel/roles.ts';
import type { Config } from '../../platform/config.ts';

/** When a session of this role ends unless it is refreshed: 7 days; less for artisans and admins (decision D1). */
export function sessionEnd(
  config: Pick<Config, 'REFRESH_HOURS' | 'REFRESH_HOURS_ARTISAN' | 'REFRESH_HOURS_ADMIN'>,
  role: UserRole,
  now: Date,
): Date {
  const hours = {
    CUSTOMER: config.REFRESH_HOURS,
    PROOFREADER: config.REFRESH_HOURS,
    ARTISAN: config.REFRESH_HOURS_ARTISAN,
    ADMIN: config.REFRESH_HOURS_ADMIN,
  };
  return new Date(now.getTime() + hours[role] * 3_600_000);
}
