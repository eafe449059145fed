import type { CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { CalendarCredentials } from '../../adapters/calendars/port.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { loadArtisan } from '../../scheduling/index.ts';
import { beginCalendarFlow, type CalendarFlowContext, type CalendarFlowStart } from '../oauth/begin-flow.ts';
import { requireAllowance } from './connection-limits.ts';
import { loadConnection } from './load-connection.ts';
import { openConnection } from './open-connection.ts';
import { connectorOf, signsInByBrowser } from './outside.ts';

/** What opens an account without a browser: a server with a user and a password, or the address of a file. */
export interface AccountFields {
  readonly server?: string | null | undefined;
  readonly user?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly url?: string | null | undefined;
}

export interface ConnectCalendar extends AccountFields {
  readonly artisanId: string;
  readonly provider: CalendarProvider;
  readonly keepsTitles?: boolean;
}

export interface ReconnectCalendar extends AccountFields {
  readonly connectionId: string;
}

/** Connected, or where the browser goes to allow it. */
export type Connected =
  | { readonly connectionId: string; readonly start: null }
  | { readonly connectionId: null; readonly start: CalendarFlowStart };

type Connecting = CalendarFlowContext & Pick<AppContext, 'vault'>;

/**
 * Connects an account of calendars to an agenda: at once with a password or an address, else by the way to the provider. Errors: NOT_FOUND,
 * INPUT_INVALID, PLAN_REQUIRED, PLAN_OVER_QUOTA, CALENDAR_REFUSED, CALENDAR_UNREACHABLE.
 */
export async function connectCalendar(ctx: Connecting, input: ConnectCalendar): Promise<Connected> {
  const { artisanId, provider, keepsTitles = false } = input;
  connectorOf(ctx, provider);
  await ctx.run(requireOwn, artisanId);
  return reach(ctx, { artisanId, provider, keepsTitles, connectionId: null }, input);
}

/** Opens a connection anew, with the same account. Errors: the same, and ACTION_NOT_ALLOWED for one that the plan paused. */
export async function reconnectCalendar(ctx: Connecting, input: ReconnectCalendar): Promise<Connected> {
  const account = await ctx.run(requireKnown, input.connectionId);
  connectorOf(ctx, account.provider);
  return reach(ctx, account, input);
}

interface Whose {
  readonly artisanId: string;
  readonly provider: CalendarProvider;
  readonly connectionId: string | null;
  readonly keepsTitles?: boolean;
}

async function reach(ctx: Connecting, whose: Whose, fields: AccountFields): Promise<Connected> {
  const { artisanId, provider, connectionId, keepsTitles = false } = whose;
  if (signsInByBrowser(provider))
    return {
      connectionId: null,
      start: await beginCalendarFlow(ctx, { artisanId, provider, connectionId, keepsTitles }),
    };
  return { connectionId: await openConnection(ctx, { ...whose, ...accountFrom(provider, fields) }), start: null };
}

function accountFrom(
  provider: 'CALDAV' | 'ICS',
  { server, user, password, url }: AccountFields,
): { readonly account: string; readonly credentials: CalendarCredentials } {
  if (provider === 'ICS') {
    const address = required('url', url);
    return { account: hostOf('url', address), credentials: { kind: 'ADDRESS', url: address } };
  }
  const known = {
    server: required('server', server),
    user: required('user', user),
    password: required('password', password),
  };
  return { account: `${known.user} (${hostOf('server', known.server)})`, credentials: { kind: 'PASSWORD', ...known } };
}

function required(field: keyof AccountFields, value: string | null | undefined): string {
  if (!value) throw fieldError(`input.${field}`, 'isRequired');
  return value;
}

function hostOf(field: keyof AccountFields, address: string): string {
  if (!URL.canParse(address)) throw fieldError(`input.${field}`, 'isUrl');
  return new URL(address).hostname;
}

async function requireOwn(tx: Tx<'em' | 'actor'>, artisanId: string): Promise<void> {
  await requireAllowance(writing(tx.em).db, await loadArtisan(tx, artisanId, 'calendar:manage'));
}

async function requireKnown(tx: Tx<'em' | 'actor'>, id: string): Promise<Whose> {
  const { connection, artisan } = await loadConnection(tx, id);
  if (connection.status === 'PAUSED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'reconnect', status: 'PAUSED' });
  return { artisanId: artisan.id, provider: connection.provider, connectionId: id };
}
