import type { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { FoundCalendar } from '../../adapters/calendars/port.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import type { Tx } from '../../platform/context.ts';
import { clearCalendar } from '../reading/clear-calendar.ts';
import { mostCalendars } from './connection-limits.ts';

interface Listed {
  readonly connection: CalendarConnection;
  readonly artisan: Artisan;
  readonly found: readonly FoundCalendar[];
}

type Merging = Tx<'em' | 'now' | 'emit' | 'publish'>;

/**
 * The calendars of a connection as its provider lists them: known ones keep what was chosen, new ones are added, those that are gone no
 * longer take any time. Of a new account the main calendar is read, and receives the bookings where none does yet.
 */
export async function mergeCalendars(tx: Merging, listed: Listed): Promise<void> {
  const { connection, artisan } = listed;
  const known = new Map(
    (await tx.em.find(ConnectedCalendar, { connection })).map((calendar) => [calendar.externalHash, calendar]),
  );
  const isFirstTime = known.size === 0;
  const receives = isFirstTime && !(await receivesAlready(tx, artisan.id));
  for (const found of listed.found.slice(0, mostCalendars)) {
    const calendar = known.get(fingerprint(found.externalId)) ?? addCalendar(tx, listed, found);
    known.delete(calendar.externalHash);
    Object.assign(calendar, { ...seenOf(found, artisan), goneAt: null, syncToken: null });
    if (isFirstTime) Object.assign(calendar, firstChoice(found, { receives, isOnly: listed.found.length === 1 }));
  }
  for (const gone of known.values()) await loseCalendar(tx, gone, artisan);
}

const firstChoice = (
  { isPrimary, isWritable }: FoundCalendar,
  { receives, isOnly }: { readonly receives: boolean; readonly isOnly: boolean },
) => ({ blocks: isPrimary || isOnly, receivesBookings: receives && isPrimary && isWritable });

const seenOf = ({ name, timeZone, isWritable }: FoundCalendar, artisan: Artisan) => ({
  name: name.slice(0, 255),
  timeZone: timeZone === null ? artisan.timeZone : (timeZoneNamed(timeZone) ?? artisan.timeZone),
  isWritable,
});

const addCalendar = ({ em }: Merging, { connection, artisan }: Listed, found: FoundCalendar): ConnectedCalendar =>
  em.create(ConnectedCalendar, {
    connection,
    externalHash: fingerprint(found.externalId),
    externalId: found.externalId,
    ...seenOf(found, artisan),
    skippedReasons: {},
  });

const receivesAlready = async ({ em }: Merging, artisan: string): Promise<boolean> =>
  (await em.count(ConnectedCalendar, { receivesBookings: true, goneAt: null, connection: { artisan } })) > 0;

/** It is no longer at its provider: it takes no time and receives nothing. */
export async function loseCalendar(tx: Merging, calendar: ConnectedCalendar, artisan: Artisan): Promise<void> {
  Object.assign(calendar, { goneAt: tx.now, receivesBookings: false, syncToken: null });
  await tx.em.flush();
  await clearCalendar(tx, calendar, artisan);
}
