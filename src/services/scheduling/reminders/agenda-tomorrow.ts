import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { preferencesOf } from '../../identity/index.ts';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { agendaTomorrowMail } from '../emails/agenda-tomorrow.ts';
import { agendaTomorrowTask } from './reminder-jobs.ts';

const eveningHour = 18;
/** A server that was down sends what is late, within three hours. */
const latestMs = 3 * 3_600_000;
const mostShown = 50;

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** The next evening on the clock of an artisan, and the day after it. */
function nextEvening(now: Date, timeZone: string): { readonly at: Date; readonly date: string } {
  const here = zoned(now, timeZone);
  const day = here.hour < eveningHour ? here.toPlainDate() : here.toPlainDate().add({ days: 1 });
  const at = new Date(day.toZonedDateTime({ timeZone, plainTime: { hour: eveningHour } }).epochMilliseconds);
  return { at, date: day.add({ days: 1 }).toString() };
}

/** Once a day: each artisan with an account is looked at in the evening of their own zone. */
export async function planAgendaMails({ em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>): Promise<void> {
  const artisans = await em.find(Artisan, { userId: { $ne: null }, status: { $ne: 'DRAFT' } });
  for (const { id: artisanId, timeZone } of artisans) {
    const { at, date } = nextEvening(now, timeZone);
    const dedupeKey = `${agendaTomorrowTask.kind}:${artisanId}:${date}`;
    enqueue(agendaTomorrowTask, { artisanId, date, dueAt: at.toISOString() }, { runAt: at, dedupeKey });
  }
}

/** Mails an artisan the appointments of the next day, as they stand then; nothing for a free day, or where they do not want it. */
export async function mailAgenda(
  tx: Tx<'em' | 'now' | 'enqueue' | 'config'>,
  { artisanId, date, dueAt }: PayloadOf<typeof agendaTomorrowTask>,
): Promise<void> {
  if (tx.now.getTime() - Date.parse(dueAt) > latestMs) return;
  const artisan = await tx.em.findOne(Artisan, { id: artisanId });
  const account = artisan === null ? undefined : await accountThatWantsIt(tx, artisan);
  if (artisan === null || account === undefined) return;
  const bookings = await bookingsOn(tx, artisan, date);
  if (bookings.length === 0) return;
  await queueMail(tx, {
    template: agendaTomorrowMail,
    recipient: { userId: account.userId, email: artisan.email, name: artisan.displayName },
    locale: account.locale,
    dedupeKey: `${agendaTomorrowMail.name}:${artisanId}:${date}`,
    data: {
      ...{ name: artisan.displayName, date, count: bookings.length, timeZone: artisan.timeZone },
      bookings: bookings.slice(0, mostShown),
      agendaUrl: `${tx.config.frontUrl}/agenda?date=${date}`,
    },
  });
}

async function accountThatWantsIt(tx: Tx<'em'>, { userId }: Artisan) {
  if (userId === null) return undefined;
  const wishes = await preferencesOf(writing(tx.em).db, [userId]);
  return wishes.get(userId)?.agendaByEmail ? (await recipientsOf(tx, [userId])).get(userId) : undefined;
}

async function bookingsOn({ em }: Tx<'em'>, { id, timeZone }: Artisan, date: string) {
  const day = Temporal.PlainDate.from(date);
  const edge = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(timeZone).epochMilliseconds);
  const rows = await writing(em)
    .db.selectFrom('booking')
    .select(['id', 'starts_at', 'offering_name', 'customer_name', 'place'])
    .where('artisan_id', '=', id)
    .where('status', '=', 'CONFIRMED')
    .where('starts_at', '>=', edge(day))
    .where('starts_at', '<', edge(day.add({ days: 1 })))
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => ({
    // By it the mail is found when the customer is forgotten.
    ...{ bookingId: row.id, startsAt: instantFrom(row.starts_at).toISOString() },
    ...{ offeringName: row.offering_name, customerName: row.customer_name, place: row.place ?? '' },
  }));
}
