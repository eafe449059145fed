import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** An event of the inbox: ids are a provider's own. */
export interface EventKey {
  readonly provider: string;
  readonly id: string;
}

/** Takes a received event for this transaction: true for exactly one of all who try, and again if it rolls back. */
export async function claimEvent({ em, now }: Tx<'em' | 'now'>, { provider, id }: EventKey): Promise<boolean> {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('webhook_event')
    .set({ status: 'APPLIED', applied_at: now })
    .where('provider', '=', provider)
    .where('id', '=', id)
    .where('status', '=', 'RECEIVED')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Remembers that a claimed event changed nothing. */
export async function ignoreEvent({ em, now }: Tx<'em' | 'now'>, { provider, id }: EventKey): Promise<void> {
  await writing(em)
    .db.updateTable('webhook_event')
    .set({ status: 'IGNORED', applied_at: now })
    .where('provider', '=', provider)
    .where('id', '=', id)
    .execute();
}
