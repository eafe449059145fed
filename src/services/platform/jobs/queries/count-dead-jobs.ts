import { numberFrom } from '../../orm/values.ts';
import type { ReadContext } from '../../context.ts';

/** Dead letters: jobs whose attempts all failed, which wait for an admin. */
export async function countDeadJobs({ db }: Pick<ReadContext, 'db'>): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll().as('dead'))
    .where('state', '=', 'FAILED')
    .executeTakeFirst();
  return numberFrom(row?.dead);
}
