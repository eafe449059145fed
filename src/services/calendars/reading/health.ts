import { LockMode } from '@mikro-orm/core';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { CalendarFailure } from '../../adapters/calendars/port.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { connectionStates } from '../calendar-connection.states.ts';
import { calendarToReconnect } from '../events.ts';
import { noteReadings } from './note-readings.ts';

type HealthTx = Tx<'em' | 'now' | 'emit'>;

/** Each connection is read so often. */
export const periodMs = 15 * 60_000;
const longestPauseMs = 2 * 3_600_000;

/** The next of its own instants, a quarter of an hour apart: those of different connections are spread. */
export function nextSyncAt(id: string, now: Date): Date {
  const offset = Number.parseInt(id.slice(-6), 16) % periodMs;
  return new Date((Math.floor((now.getTime() - offset) / periodMs) + 1) * periodMs + offset);
}

const locked = ({ em }: HealthTx, id: string): Promise<CalendarConnection | null> =>
  em.findOne(CalendarConnection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** All of its calendars were read. */
export async function noteSuccess(tx: HealthTx, connectionId: string): Promise<void> {
  const connection = await locked(tx, connectionId);
  if (connection?.status !== 'CONNECTED') return;
  Object.assign(connection, { lastSuccessAt: tx.now, failureCode: null, failureCount: 0 });
  await noteReadings(tx, connection.artisan.id);
}

export interface FailedReading {
  readonly connectionId: string;
  readonly failure: CalendarFailure;
}

/**
 * It was not read: later again, after what its provider asks for or after a pause that grows. Refused, it waits for its owner, who is
 * notified once.
 */
export async function noteFailure(tx: HealthTx, { connectionId, failure }: FailedReading): Promise<void> {
  const connection = await locked(tx, connectionId);
  if (connection?.status !== 'CONNECTED') return;
  connection.failureCode = failure.code.slice(0, 60);
  connection.failureCount += 1;
  if (failure.kind === 'REFUSED' && allows(connectionStates, connection.status, 'refuse')) {
    transition(connectionStates, connection, 'refuse');
    tx.emit(calendarToReconnect, { connectionId, artisanId: connection.artisan.id });
    return;
  }
  const pauseMs = Math.min(periodMs * 2 ** (connection.failureCount - 1), longestPauseMs);
  const wishedMs = (failure.retryAfterSeconds ?? 0) * 1_000;
  connection.nextSyncAt = new Date(tx.now.getTime() + Math.max(pauseMs, wishedMs));
}
