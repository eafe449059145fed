import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { newId } from '../../kernel/ids.ts';
import { dailyDigest } from '../emails/digests.ts';
import type { Mailer } from '../mailer.ts';
import { atOnce } from '../preferences/hold-mail.ts';
import { dateIn, heldUntil, nextOn } from '../preferences/quiet-hours.policy.ts';
import { quietWindowsOf } from '../preferences/wishes.ts';
import { enqueueFirst, insertDeliveries, type DeliveryToInsert } from '../queue-mail.ts';
import { recipientsOf, type Recipient } from '../recipients.ts';
import { gatherFor, type Gathered } from './gather.ts';
import { shownOf } from './held-mails.ts';
import type { sendDigestsTask } from './tasks.ts';

/** People in one transaction. */
const together = 100;

export interface DueDigest {
  readonly userId: string;
  /** `08:30`. */
  readonly at: string;
  readonly timeZone: string;
  readonly nextAt: Date;
  /** What is older is no news. */
  readonly gatheredUntil: Date;
}

type Needs = Tx<'em' | 'now' | 'enqueue' | 'config'>;

/**
 * Sends each person whose hour has come one mail about what they have not read since the last one. A transaction gathers, queues and moves
 * their hour on: a process that is killed has sent a digest or not, and whoever goes on sends the rest.
 */
export const sendDigests: Operation<'run' | 'mailer', PayloadOf<typeof sendDigestsTask>, void> = async ({
  run,
  mailer,
}: Sending) => {
  let sent = together;
  while (sent === together) sent = await run(sendSome, { mailer });
};

type Sending = Pick<AppContext, 'run' | 'mailer'>;

async function sendSome(tx: Needs, { mailer }: { readonly mailer: Mailer }): Promise<number> {
  const due = await lockDue(tx);
  if (due.length === 0) return 0;
  const userIds = due.map(({ userId }) => userId);
  const people = await recipientsOf(tx, userIds);
  const windows = await quietWindowsOf(writing(tx.em).db, userIds);
  const delayed = new Map(due.map(({ userId }) => [userId, heldUntil(tx.now, 'NORMAL', windows.get(userId) ?? null)]));
  const turn = due.filter(({ userId }) => delayed.get(userId) === null);
  const gathered = await gatherFor(tx, turn, mailer);
  await queueDigests(
    tx,
    turn.filter(({ userId }) => people.has(userId)),
    { people, gathered },
  );
  await markGathered(tx, [...gathered.values()]);
  crashPoint('digests-queued');
  await moveOn(tx, due, delayed);
  crashPoint('digests-moved-on');
  return due.length;
}

async function lockDue({ em, now }: Tx<'em' | 'now'>): Promise<DueDigest[]> {
  const { db, dialect } = writing(em);
  const query = db
    .selectFrom('digest_schedule')
    .selectAll()
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('user_id')
    .limit(together);
  // Two workers share the people; none waits for the other.
  const rows = await (dialect === 'mysql' ? query.forUpdate().skipLocked() : query).execute();
  return rows.map((row) => ({
    userId: row.user_id,
    at: row.at_time,
    timeZone: row.time_zone,
    nextAt: instantFrom(row.next_at),
    gatheredUntil: instantFrom(row.gathered_until),
  }));
}

interface Found {
  readonly people: ReadonlyMap<string, Recipient>;
  readonly gathered: ReadonlyMap<string, Gathered>;
}

async function queueDigests(tx: Needs, ready: readonly DueDigest[], { people, gathered }: Found): Promise<void> {
  const { db } = writing(tx.em);
  const unwanted = await unsubscribed(tx, [...people.values()]);
  const digests = ready.flatMap((due): DeliveryToInsert[] => {
    const person = people.get(due.userId) as Recipient;
    const { entries } = gathered.get(due.userId) as Gathered;
    if (entries.length === 0 || unwanted.has(person.email)) return [];
    return [
      {
        id: newId(),
        template: dailyDigest,
        recipient: person,
        locale: person.locale,
        data: { firstName: person.firstName, date: dateIn(tx.now, due.timeZone), ...shownOf(entries) },
        dedupeKey: `${dailyDigest.name}:${due.userId}:${due.nextAt.getTime()}`,
        choice: atOnce,
      },
    ];
  });
  if (digests.length > 0) for (const id of await insertDeliveries(tx, digests)) enqueueFirst(tx, id);
  const heldIds = ready.flatMap(({ userId }) => (gathered.get(userId) as Gathered).held);
  if (heldIds.length > 0)
    await db.updateTable('email_delivery').set({ status: 'REPLACED' }).where('id', 'in', heldIds).execute();
}

/** Rows in one statement: far below both databases’ limit of bound values. */
const chunkSize = 1_000;

/** No later digest takes these up, whatever was said of them; nor what came while nobody was to be written to. */
async function markGathered({ em, now }: Tx<'em' | 'now'>, gathered: readonly Gathered[]): Promise<void> {
  const ids = gathered.flatMap(({ notificationIds }) => notificationIds);
  for (let start = 0; start < ids.length; start += chunkSize)
    await writing(em)
      .db.updateTable('notification')
      .set({ gathered_at: now })
      .where('id', 'in', ids.slice(start, start + chunkSize))
      .execute();
}

/** The addresses that want no digests any more. */
async function unsubscribed({ em }: Tx<'em'>, people: readonly Recipient[]): Promise<ReadonlySet<string | null>> {
  if (people.length === 0) return new Set();
  const rows = await writing(em)
    .db.selectFrom('email_suppression')
    .select('address')
    .where('scope', 'in', ['EVERYTHING', 'DIGESTS'])
    .where(
      'address',
      'in',
      people.map(({ email }) => email),
    )
    .execute();
  return new Set(rows.map(({ address }) => address));
}

/** Their next hour; those in quiet hours are looked at when these end, and have missed nothing. */
async function moveOn(
  { em, now }: Tx<'em' | 'now'>,
  due: readonly DueDigest[],
  delayed: ReadonlyMap<string, Date | null>,
): Promise<void> {
  const groups = Map.groupBy(due, ({ userId, at, timeZone }) =>
    (delayed.get(userId) ?? nextOn(now, at, timeZone)).getTime(),
  );
  for (const [next, members] of groups)
    await writing(em)
      .db.updateTable('digest_schedule')
      .set({ next_at: new Date(next) })
      .where(
        'user_id',
        'in',
        members.map(({ userId }) => userId),
      )
      .execute();
}
