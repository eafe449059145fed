import { sql } from 'kysely';
import { DomainError } from '../kernel/errors.ts';
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

/** Remembers which payment an event was about. */
export async function linkEvent(
  { em }: Tx<'em'>,
  { provider, id, paymentId }: EventKey & { readonly paymentId: string },
): Promise<void> {
  await writing(em)
    .db.updateTable('webhook_event')
    .set({ payment_id: paymentId })
    .where('provider', '=', provider)
    .where('id', '=', id)
    .execute();
}

/** Remembers that an event could not be processed, and why, by the code of the error. */
export async function noteFailedAttempt(
  { em }: Tx<'em'>,
  { provider, id, error }: EventKey & { readonly error: unknown },
): Promise<void> {
  const reason = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'unknown';
  await writing(em)
    .db.updateTable('webhook_event')
    .set({ attempts: sql`attempts + 1`, last_error: reason.slice(0, 255) })
    .where('provider', '=', provider)
    .where('id', '=', id)
    .where('status', '=', 'RECEIVED')
    .execute();
}
