import { isHeldBy } from '../access/permissions.ts';
import { fieldError } from '../kernel/errors.ts';
import type { PermissionSet } from '../kernel/roles.ts';
import { recipientsOf, type Recipient } from '../notifications/index.ts';
import { jsonFrom, writing } from '../platform/orm/values.ts';
import type { Db, Tx } from '../platform/context.ts';

/** Somebody who handles tickets, by their role or by what they were granted. Errors: INPUT_INVALID. */
export async function requireHandler(tx: Tx<'em'>, userId: string): Promise<Recipient> {
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined) throw fieldError('input.userId', 'handler');
  if ((await handlersAmong(writing(tx.em).db, [userId])).length === 0) throw fieldError('input.userId', 'handler');
  return person;
}

/** Those of these people who handle tickets now, in their order. */
export async function handlersAmong(db: Db, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('user')
    .select(['id', 'role', 'permission_sets as sets'])
    .where('id', 'in', userIds)
    .execute();
  const handlers = rows.filter(({ role, sets }) =>
    [role, ...(jsonFrom<readonly PermissionSet[] | null>(sets) ?? [])].some((holder) =>
      isHeldBy('ticket:handle', holder),
    ),
  );
  return userIds.filter((userId) => handlers.some(({ id }) => id === userId));
}
