import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** Mails by the beginning of their keys, hexadecimal ids behind it, that name something from this number on. */
interface Naming {
  readonly keyBegins: string;
  readonly from: number;
}

/** Mails that wait and name what is not so any more do not leave. Gives their recipients, who may be due another one. */
export async function withdrawHeldMails({ em }: Tx<'em'>, { keyBegins, from }: Naming): Promise<string[]> {
  const { db } = writing(em);
  const held = await db
    .selectFrom('email_delivery')
    .select(['id', 'recipient_id as userId'])
    .where('dedupe_key', '>=', keyBegins)
    .where('dedupe_key', '<', `${keyBegins}g`)
    .where('status', '=', 'HELD')
    .where('reaches_to', '>=', from)
    .execute();
  for (const { id } of held)
    await db.deleteFrom('email_delivery').where('id', '=', id).where('status', '=', 'HELD').execute();
  return [...new Set(held.flatMap(({ userId }) => userId ?? []))];
}
