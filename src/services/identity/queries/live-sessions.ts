import type { Locale } from '../../kernel/locale.ts';
import type { PermissionSet, UserRole } from '../../kernel/roles.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A session that is in force: not ended, not too old, of an active person whose sessions were not all ended since. */
export interface LiveSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly sessionVersion: number;
  readonly role: UserRole;
  readonly sets: readonly PermissionSet[];
  readonly locale: Locale;
  /** When a second factor, or the password of a person without one, was last proven in it. */
  readonly provenAt: Date | null;
}

const idsAtOnce = 1_000;

/** Which of these sessions are in force, by id: one statement for a thousand of them. */
export async function liveSessions(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, LiveSession>> {
  const found = new Map<string, LiveSession>();
  for (let start = 0; start < sessionIds.length; start += idsAtOnce) {
    const rows = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.user_id')
      .select([
        'session.id as sessionId',
        'session.user_id as userId',
        'session.session_version as sessionVersion',
        'user.role',
        'user.locale',
        'user.permission_sets as sets',
        'session.proven_at as provenAt',
      ])
      .where('session.id', 'in', sessionIds.slice(start, start + idsAtOnce))
      .where('session.revoked_at', 'is', null)
      .where('session.expires_at', '>', now)
      .where('user.status', '=', 'ACTIVE')
      .whereRef('session.session_version', '=', 'user.session_version')
      .execute();
    for (const row of rows) {
      found.set(row.sessionId, {
        ...row,
        sets: jsonFrom<PermissionSet[] | null>(row.sets) ?? [],
        provenAt: row.provenAt === null ? null : instantFrom(row.provenAt),
      });
    }
  }
  return found;
}
