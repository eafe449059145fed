import { setTimeout as sleep } from 'node:timers/promises';
import { LockMode } from '@mikro-orm/core';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { CalendarFailure, type CalendarConnector, type CalendarCredentials } from '../../adapters/calendars/port.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { KeyRing } from '../../vault/index.ts';
import { openCredentials, sealCredentials } from './credentials.ts';

/** What reaches a provider in the name of a connection. */
export type Reaching = Pick<AppContext, 'run' | 'vault' | 'calendars' | 'now'>;

export interface OpenedAccount {
  readonly connector: CalendarConnector;
  readonly credentials: CalendarCredentials;
}

/**
 * Does something at the provider of a connection, with credentials that are good: tokens near their end are renewed before, and once more
 * when they are refused. Fails with `CalendarFailure`.
 */
export async function withCredentials<T>(
  ctx: Reaching,
  connectionId: string,
  work: (account: OpenedAccount) => Promise<T>,
): Promise<T> {
  const opened = await openAccount(ctx, connectionId);
  const account = endsSoon(opened, ctx.now) ? await renewed(ctx, connectionId, opened) : opened;
  try {
    return await work(account);
  } catch (error) {
    const isRefused = error instanceof CalendarFailure && error.kind === 'REFUSED';
    if (!isRefused || account !== opened || account.connector.oauth === undefined) throw error;
    return work(await renewed(ctx, connectionId, opened));
  }
}

interface NumberedAccount extends OpenedAccount {
  readonly number: number;
}

const marginMs = 60_000;

const endsSoon = ({ credentials }: OpenedAccount, now: Date): boolean =>
  credentials.kind === 'TOKENS' && Date.parse(credentials.expiresAt) - now.getTime() < marginMs;

async function openAccount(ctx: Reaching, connectionId: string): Promise<NumberedAccount> {
  const { provider, credentials, number } = await ctx.run(readAccount(ctx.vault.ring()), connectionId);
  const connector = ctx.calendars[provider];
  if (connector === undefined) throw new CalendarFailure('UNREACHABLE', 'NO_CONNECTOR');
  if (credentials === null) throw new CalendarFailure('REFUSED', 'NO_CREDENTIALS');
  return { connector, credentials, number };
}

/** Locked against whoever seals other credentials at this instant: the key before is destroyed then. */
const readAccount = (ring: KeyRing) => async (tx: Tx<'em'>, id: string) => {
  const connection = await tx.em.findOne(CalendarConnection, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (connection === null) throw new CalendarFailure('REFUSED', 'DISCONNECTED');
  const { provider, credentialsNumber: number } = connection;
  return { provider, number, credentials: await openCredentials(tx, connection, ring) };
};

const leaseMs = 60_000;
const pauseMs = 50;
const patience = 400;

/** Of several who find the same tokens at their end one renews them, the others wait for it: providers give each refresh token one use. */
async function renewed(ctx: Reaching, connectionId: string, old: NumberedAccount): Promise<OpenedAccount> {
  for (let waited = 0; waited < patience; waited += 1) {
    if (await ctx.run(takeLease, { connectionId, number: old.number })) return renew(ctx, connectionId, old);
    const current = await openAccount(ctx, connectionId);
    if (current.number !== old.number) return current;
    await sleep(pauseMs);
  }
  throw new CalendarFailure('UNREACHABLE', 'TOKENS_BEING_RENEWED');
}

interface Lease {
  readonly connectionId: string;
  readonly number: number;
}

async function takeLease({ em, now }: Tx<'em' | 'now'>, { connectionId, number }: Lease): Promise<boolean> {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('calendar_connection')
    .set({ refreshing_until: new Date(now.getTime() + leaseMs) })
    .where('id', '=', connectionId)
    .where('credentials_number', '=', number)
    .where((eb) => eb.or([eb('refreshing_until', 'is', null), eb('refreshing_until', '<', now)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** What the provider gives is stored before it is used: the refresh token before may be good no longer. */
async function renew(
  ctx: Reaching,
  connectionId: string,
  { connector, credentials, number }: NumberedAccount,
): Promise<OpenedAccount> {
  if (connector.oauth === undefined) throw new CalendarFailure('REFUSED', 'NO_REFRESH');
  try {
    const fresh = await connector.oauth.refresh(credentials);
    await ctx.run(storeRenewed(ctx.vault.ring()), { connectionId, number, credentials: fresh });
    return { connector, credentials: fresh };
  } catch (error) {
    await ctx.run(giveLease, { connectionId, number });
    throw error;
  }
}

const storeRenewed =
  (ring: KeyRing) =>
  async (
    tx: Tx<'em'>,
    { connectionId, number, credentials }: Lease & { credentials: CalendarCredentials },
  ): Promise<void> => {
    const connection = await tx.em.findOne(
      CalendarConnection,
      { id: connectionId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    // Disconnected, or connected anew, meanwhile: then these are of no use.
    if (connection?.credentialsNumber !== number || connection.dataKeyId === null)
      throw new CalendarFailure('UNREACHABLE', 'CONNECTED_ANEW');
    await sealCredentials(tx, connection, { credentials, ring });
    connection.refreshingUntil = null;
  };

async function giveLease({ em }: Tx<'em'>, { connectionId, number }: Lease): Promise<void> {
  await writing(em)
    .db.updateTable('calendar_connection')
    .set({ refreshing_until: null })
    .where('id', '=', connectionId)
    .where('credentials_number', '=', number)
    .execute();
}
