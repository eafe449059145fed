import type { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { exportAllTask, syncConnectionTask } from '../calendar-jobs.ts';
import { clearCalendar } from '../reading/clear-calendar.ts';
import { noteReadings } from '../reading/note-readings.ts';
import { loadConnection } from './load-connection.ts';

/** What is absent stays. */
export interface CalendarChoice {
  readonly id: string;
  readonly blocks?: boolean | undefined;
  readonly receivesBookings?: boolean | undefined;
  readonly ignoresAllDay?: boolean | undefined;
  readonly ignoresTentative?: boolean | undefined;
  readonly ignoresUnanswered?: boolean | undefined;
}

export interface ChooseCalendars {
  readonly connectionId: string;
  readonly keepsTitles?: boolean | undefined;
  readonly calendars: readonly CalendarChoice[];
}

type Choosing = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'enqueue'>;

/**
 * Which calendars of a connection block, and what of them does not; and which one of the artisan's receives the bookings. They are read
 * anew at once. Errors: NOT_FOUND, INPUT_INVALID (a calendar that cannot be written receives nothing).
 */
export async function chooseCalendars(tx: Choosing, input: ChooseCalendars): Promise<{ readonly artisanId: string }> {
  const { connection, artisan } = await loadConnection(tx, input.connectionId);
  const known = new Map(
    (await tx.em.find(ConnectedCalendar, { connection, goneAt: null })).map((calendar) => [calendar.id, calendar]),
  );
  for (const [index, choice] of input.calendars.entries()) {
    const calendar = known.get(choice.id);
    if (calendar === undefined) throw new DomainError('NOT_FOUND');
    if (choice.receivesBookings === true && !calendar.isWritable)
      throw fieldError(`input.calendars.${index}.receivesBookings`, 'isAvailable');
    await choose(tx, artisan, { calendar, choice });
  }
  await keepTitles(tx, { connection, calendars: [...known.values()], keepsTitles: input.keepsTitles });
  await noteReadings(tx, artisan.id);
  if (connection.status === 'CONNECTED') tx.enqueue(syncConnectionTask, { connectionId: connection.id, isFull: true });
  return { artisanId: artisan.id };
}

interface Titled {
  readonly connection: CalendarConnection;
  readonly calendars: readonly ConnectedCalendar[];
  readonly keepsTitles: boolean | undefined;
}

/** What is not to be kept goes at once; what is comes with the next reading. */
async function keepTitles({ em }: Choosing, { connection, calendars, keepsTitles }: Titled): Promise<void> {
  if (keepsTitles === undefined || keepsTitles === connection.keepsTitles) return;
  connection.keepsTitles = keepsTitles;
  for (const calendar of calendars) calendar.syncToken = null;
  const ids = calendars.map(({ id }) => id);
  if (keepsTitles || ids.length === 0) return;
  await writing(em).db.updateTable('busy_block').set({ title: null }).where('calendar_id', 'in', ids).execute();
}

interface Chosen {
  readonly calendar: ConnectedCalendar;
  readonly choice: CalendarChoice;
}

async function choose(tx: Choosing, artisan: Artisan, { calendar, choice }: Chosen): Promise<void> {
  const { id: _, ...said } = choice;
  const receives = said.receivesBookings ?? calendar.receivesBookings;
  if (receives && !calendar.receivesBookings) await stopOthers(tx, artisan.id);
  if (receives !== calendar.receivesBookings) tx.enqueue(exportAllTask, { artisanId: artisan.id });
  for (const [field, value] of Object.entries(said))
    if (value !== undefined) Object.assign(calendar, { [field]: value });
  calendar.syncToken = null;
  await tx.em.flush();
  if (!calendar.blocks) await clearCalendar(tx, calendar, artisan);
}

/** One calendar of an artisan receives the bookings. */
async function stopOthers({ em }: Choosing, artisan: string): Promise<void> {
  for (const other of await em.find(ConnectedCalendar, { receivesBookings: true, connection: { artisan } }))
    other.receivesBookings = false;
}
