import { personOf } from '../../access/actor.ts';
import { deviceName } from '../../kernel/device-name.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A device that is signed in, as its person sees it. */
export interface SignedInDevice {
  readonly id: string;
  /** Network only: /24 or /48. */
  readonly network: string | null;
  readonly agent: string | null;
  /** What a person would call it. */
  readonly device: string | null;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly isCurrent: boolean;
}

/** More than anybody's devices; a list that grows beyond it shows the latest. */
const most = 100;

/** The sessions in force of the current user, the latest used first. */
export async function listMySessions({ db, actor, now }: ReadContext): Promise<SignedInDevice[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .select(['session.id', 'session.address', 'session.agent', 'session.created_at', 'session.last_used_at'])
    .where('session.user_id', '=', personOf(actor))
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now)
    .whereRef('session.session_version', '=', 'user.session_version')
    .orderBy('session.last_used_at', 'desc')
    .orderBy('session.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    network: row.address,
    agent: row.agent,
    device: deviceName(row.agent),
    signedInAt: instantFrom(row.created_at),
    lastUsedAt: instantFrom(row.last_used_at),
    isCurrent: row.id === actor.sessionId,
  }));
}
