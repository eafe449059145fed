import { sql } from 'kysely';
import { businessMinutesBetween, usualWeek, type BusinessHours } from '../../kernel/business-time.ts';
import { isHoliday } from '../../kernel/holidays.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Moment } from '../buckets.ts';
import type { Extent } from '../places.ts';

/** When the team is expected to answer: Monday to Friday, without French holidays. */
export const answerHours = (zone: string): BusinessHours => ({
  zone,
  week: usualWeek,
  isClosed: (localDate) => isHoliday(localDate),
});

/** An answer of the team, and the minutes of business time that the customer had waited. */
export interface Answer {
  readonly at: Date;
  readonly minutes: number;
}

const user = sql.table('user');

/** The team's messages within an extent before which a customer, or a visitor without an account, had written since the team's last; from the first of those on. */
export async function answersWithin(db: Db, { timeZone }: Moment, { from, to }: Extent): Promise<Answer[]> {
  const { rows } = await sql<{ answered: unknown; asked: unknown }>`
    select answered, asked from (
      select m.created_at as answered, (
        select min(q.created_at) from message q left join ${user} a on a.id = q.sender_id
        where q.conversation_id = m.conversation_id and q.deleted_at is null and q.audience = 'ALL'
          and (a.role = 'CUSTOMER' or (q.sender_id is null and q.visitor_id is not null))
          and q.created_at < m.created_at and q.created_at > coalesce((
            select s.created_at from message s join ${user} b on b.id = s.sender_id
            where s.conversation_id = m.conversation_id and s.deleted_at is null and s.audience = 'ALL' and b.role <> 'CUSTOMER'
              and s.created_at < m.created_at
            order by s.created_at desc limit 1), ${new Date(0)})
      ) as asked
      from message m join ${user} u on u.id = m.sender_id
      where m.created_at >= ${from} and m.created_at < ${to} and m.deleted_at is null
        and m.audience = 'ALL' and u.role <> 'CUSTOMER'
    ) as answers where asked is not null`.execute(db);
  const hours = answerHours(timeZone);
  return rows.map(({ answered, asked }) => {
    const at = instantFrom(answered);
    return { at, minutes: businessMinutesBetween(hours, instantFrom(asked), at) };
  });
}
