import { CalendarConnection, type CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { CalendarCredentials, FoundCalendar } from '../../adapters/calendars/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { writing } from '../../platform/orm/values.ts';
import type { KeyRing } from '../../vault/index.ts';
import { exportAllTask, syncConnectionTask } from '../calendar-jobs.ts';
import { connectionStates } from '../calendar-connection.states.ts';
import { calendarConnected } from '../events.ts';
import { noteReadings } from '../reading/note-readings.ts';
import { requireAllowance } from './connection-limits.ts';
import { sealCredentials } from './credentials.ts';
import { mergeCalendars } from './merge-calendars.ts';
import { connectorOf, whileAsked } from './outside.ts';

/** An account at a provider that is to be read, with what opens it there. */
export interface AccountToOpen {
  readonly artisanId: string;
  readonly provider: CalendarProvider;
  /** As its owner knows it: the address of the account, or the host of the server. */
  readonly account: string;
  readonly credentials: CalendarCredentials;
  /** The connection that is opened anew; null for a new one. */
  readonly connectionId: string | null;
  readonly keepsTitles?: boolean;
}

type Opening = Pick<AppContext, 'run' | 'vault' | 'calendars'>;

/**
 * Stores a new connection, or opens one anew, once its provider has listed its calendars. That the agenda is the caller's to manage has
 * been seen before. The same account again is the same connection. Errors: CALENDAR_REFUSED, FEED_REFUSED, CALENDAR_UNREACHABLE,
 * NOT_FOUND, PLAN_REQUIRED, PLAN_OVER_QUOTA, INPUT_INVALID.
 */
export async function openConnection(ctx: Opening, account: AccountToOpen): Promise<string> {
  const connector = connectorOf(ctx, account.provider);
  const found = await whileAsked(() => connector.calendars(account.credentials), account.provider);
  if (found.length === 0) throw new DomainError('CALENDAR_REFUSED');
  return ctx.run(storeConnection(ctx.vault.ring()), { account, found });
}

type Storing = Tx<'em' | 'now' | 'record' | 'emit' | 'enqueue' | 'publish'>;
type Answered = { readonly account: AccountToOpen; readonly found: readonly FoundCalendar[] };

const storeConnection =
  (ring: KeyRing) =>
  async (tx: Storing, { account, found }: Answered): Promise<string> => {
    const { artisanId, credentials } = account;
    await takeTurn(tx, 'calendars.connect', artisanId);
    const artisan = await tx.em.findOne(Artisan, { id: artisanId });
    if (artisan === null) throw new DomainError('NOT_FOUND');
    const connection = (await knownConnection(tx, { account, found })) ?? (await newConnection(tx, artisan, account));
    reopen(tx, connection);
    await sealCredentials(tx, connection, { credentials, ring });
    await mergeCalendars(tx, { connection, artisan, found });
    await noteReadings(tx, artisanId);
    const about = { connectionId: connection.id, artisanId };
    tx.record({
      action: 'CALENDAR_CONNECTED',
      targetType: 'calendar',
      targetId: connection.id,
      payload: { artisanId, provider: account.provider },
    });
    tx.emit(calendarConnected, about);
    tx.enqueue(syncConnectionTask, { connectionId: connection.id, isFull: true });
    tx.enqueue(exportAllTask, { artisanId });
    return connection.id;
  };

/** The one that is named, which must be of this account, or the one that this account has already. */
async function knownConnection(
  { em }: Storing,
  { account: { artisanId, provider, connectionId, account }, found }: Answered,
): Promise<CalendarConnection | null> {
  const live = { artisan: artisanId, provider, status: { $ne: 'DISCONNECTED' as const } };
  if (connectionId === null) {
    // Two addresses of one server are two calendars.
    if (provider !== 'ICS') return em.findOne(CalendarConnection, { ...live, account });
    const externalHash = { $in: found.map(({ externalId }) => fingerprint(externalId)) };
    const calendar = await em.findOne(ConnectedCalendar, { externalHash, connection: live });
    return calendar === null ? null : em.findOneOrFail(CalendarConnection, { id: calendar.connection.id });
  }
  const connection = await em.findOne(CalendarConnection, { ...live, id: connectionId });
  if (connection === null) throw new DomainError('NOT_FOUND');
  if (provider !== 'ICS' && connection.account.toLowerCase() !== account.toLowerCase())
    throw new DomainError('CALENDAR_REFUSED');
  return connection;
}

async function newConnection(
  { em, now }: Storing,
  artisan: Artisan,
  { provider, account, keepsTitles = false }: AccountToOpen,
): Promise<CalendarConnection> {
  await requireAllowance(writing(em).db, artisan);
  return em.create(CalendarConnection, {
    artisan,
    provider,
    account: account.slice(0, 255),
    keepsTitles,
    nextSyncAt: now,
  });
}

/** Error: ACTION_NOT_ALLOWED for one that the plan paused. */
function reopen({ now }: Storing, connection: CalendarConnection): void {
  transition(connectionStates, connection, 'reconnect');
  Object.assign(connection, { failureCode: null, failureCount: 0, nextSyncAt: now, refreshingUntil: null });
}
