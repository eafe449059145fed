import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { quietHoursDigest } from '../emails/digests.ts';
import type { Mailer } from '../mailer.ts';
import { heldUntil, isHeldForMorning, type QuietWindow } from '../preferences/quiet-hours.policy.ts';
import { quietWindowsOf } from '../preferences/wishes.ts';
import { enqueueFirst, queueMail } from '../queue-mail.ts';
import { recipientsOf, type Recipient } from '../recipients.ts';
import { entryOf, heldMailColumns, heldMailFrom, isNeeded, shownOf, type HeldMail } from './held-mails.ts';
import type { endQuietHoursTask } from './tasks.ts';

/** People in one run; the next one is a minute later. */
const most = 500;

type Needs = Tx<'em' | 'now' | 'enqueue' | 'config'>;

/**
 * Sends what waited for the end of somebody's quiet hours: one mail as it is, several in one. Person by person, in a transaction each:
 * a mail is held or has left, whenever a process is killed.
 */
export const endQuietHours: Operation<
  'run' | 'db' | 'now' | 'mailer',
  PayloadOf<typeof endQuietHoursTask>,
  void
> = async ({ run, db, now, mailer }: Pick<AppContext, 'run' | 'db' | 'now' | 'mailer'>) => {
  const people = await db
    .selectFrom('email_delivery')
    .select('recipient_id')
    .distinct()
    .where('status', '=', 'HELD')
    .where('held_until', '<=', now)
    .limit(most)
    .execute();
  for (const { recipient_id } of people)
    if (recipient_id !== null) await run(release, { userId: recipient_id, mailer });
};

async function release(tx: Needs, { userId, mailer }: { userId: string; mailer: Mailer }): Promise<void> {
  const { db } = writing(tx.em);
  const held = await lockHeld(tx, userId);
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined) return drop(tx, held);
  const mails = await holdSome(tx, held, (await quietWindowsOf(db, [userId])).get(userId) ?? null);
  const needed: HeldMail[] = [];
  for (const mail of mails) if (await isNeeded(db, mail, { mailer, now: tx.now })) needed.push(mail);
  await drop(
    tx,
    mails.filter((mail) => !needed.includes(mail)),
  );
  const [only] = needed;
  if (only === undefined) return;
  await (needed.length === 1 ? sendAsItIs(tx, only) : sendTogether(tx, needed, { person, mailer }));
}

async function lockHeld({ em, now }: Tx<'em' | 'now'>, userId: string): Promise<HeldMail[]> {
  const { db, dialect } = writing(em);
  const query = db
    .selectFrom('email_delivery')
    .select(heldMailColumns)
    .where('recipient_id', '=', userId)
    .where('status', '=', 'HELD')
    .where('held_until', '<=', now)
    .orderBy('created_at')
    .orderBy('id');
  return (await (dialect === 'mysql' ? query.forUpdate() : query).execute()).map(heldMailFrom);
}

const idsOf = (mails: readonly HeldMail[]): string[] => mails.map(({ id }) => id);

/** Nobody needs them any more. */
async function drop({ em }: Tx<'em'>, mails: readonly HeldMail[]): Promise<void> {
  if (mails.length > 0) await writing(em).db.deleteFrom('email_delivery').where('id', 'in', idsOf(mails)).execute();
}

/** Those that leave: within quiet hours the pressing ones only. A server that was down for hours finds itself in the next night. */
async function holdSome(
  tx: Needs,
  held: readonly HeldMail[],
  window: QuietWindow | null,
): Promise<readonly HeldMail[]> {
  const until = heldUntil(tx.now, 'NORMAL', window);
  if (window === null || until === null) return held;
  const leaving = held.filter(
    ({ held_until: since }) => since !== null && isHeldForMorning(instantFrom(since), window),
  );
  await holdOn(
    tx,
    held.filter((mail) => !leaving.includes(mail)),
    until,
  );
  return leaving;
}

async function holdOn({ em }: Tx<'em'>, mails: readonly HeldMail[], until: Date): Promise<void> {
  if (mails.length === 0) return;
  const { db } = writing(em);
  await db.updateTable('email_delivery').set({ held_until: until }).where('id', 'in', idsOf(mails)).execute();
}

async function sendAsItIs(tx: Needs, { id }: HeldMail): Promise<void> {
  const { db } = writing(tx.em);
  await db.updateTable('email_delivery').set({ status: 'QUEUED' }).where('id', '=', id).execute();
  enqueueFirst(tx, id);
}

async function sendTogether(
  tx: Needs,
  mails: readonly HeldMail[],
  { person, mailer }: { readonly person: Recipient; readonly mailer: Mailer },
): Promise<void> {
  const entries = mails.map((mail) => entryOf(mail, { mailer, frontUrl: tx.config.frontUrl }));
  await queueMail(tx, {
    template: quietHoursDigest,
    recipient: person,
    locale: person.locale,
    data: { firstName: person.firstName, ...shownOf(entries) },
    dedupeKey: `${quietHoursDigest.name}:${mails[0]?.id}`,
  });
  const { db } = writing(tx.em);
  await db.updateTable('email_delivery').set({ status: 'REPLACED' }).where('id', 'in', idsOf(mails)).execute();
}
