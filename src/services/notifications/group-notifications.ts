import { numberFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

interface Added {
  readonly id: string;
  readonly user_id: string;
  readonly group_key: string | null;
}

/** Of the unread notifications of a group the newest stays: it counts the others, which are shown no more. */
export async function joinGroups({ em, now }: Tx<'em' | 'now'>, added: readonly Added[]): Promise<void> {
  const { db } = writing(em);
  for (const { id, user_id, group_key } of added) {
    if (group_key === null) continue;
    const others = await db
      .selectFrom('notification')
      .select(['id', 'count'])
      .where('user_id', '=', user_id)
      .where('group_key', '=', group_key)
      .where('deleted_at', 'is', null)
      .where('read_at', 'is', null)
      .where('id', '<>', id)
      .execute();
    if (others.length === 0) continue;
    const count = others.reduce((sum, other) => sum + numberFrom(other.count), 1);
    await db.updateTable('notification').set({ count }).where('id', '=', id).execute();
    await db
      .updateTable('notification')
      .set({ deleted_at: now })
      .where(
        'id',
        'in',
        others.map((other) => other.id),
      )
      .execute();
  }
}
