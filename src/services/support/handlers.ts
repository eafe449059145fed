import { isHeldBy } from '../access/permissions.ts';
import { fieldError } from '../kernel/errors.ts';
import type { PermissionSet } from '../kernel/roles.ts';
import { recipientsOf, type Recipient } from '../notifications/index.ts';
import { jsonFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** Somebody who handles tickets, by their role or by what they were granted. Errors: INPUT_INVALID. */
export async function requireHandler(tx: Tx<'em'>, userId: string): Promise<Recipient> {
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined) throw fieldError('input.userId', 'handler');
  const sets = await grantedSets(tx, userId);
  if (![person.role, ...sets].some((holder) => isHeldBy('ticket:handle', holder)))
    throw fieldError('input.userId', 'handler');
  return person;
}

async function grantedSets({ em }: Tx<'em'>, userId: string): Promise<readonly PermissionSet[]> {
  const { sets } = await writing(em)
    .db.selectFrom('user')
    .select('permission_sets as sets')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  return jsonFrom<readonly PermissionSet[] | null>(sets) ?? [];
}
