import type { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import type { CalendarCredentials } from '../../adapters/calendars/port.ts';
import type { Tx } from '../../platform/context.ts';
import { makeSecret, openSecret, openText, sealText, type KeyRing } from '../../vault/index.ts';

const secret = { purpose: 'calendar credentials', bytes: 32 } as const;

/** Seals what opens an account under a fresh key; the key before, if any, is destroyed. */
export async function sealCredentials(
  { em }: Tx<'em'>,
  connection: CalendarConnection,
  { credentials, ring }: { readonly credentials: CalendarCredentials; readonly ring: KeyRing },
): Promise<void> {
  await destroyCredentials({ em }, connection);
  const key = makeSecret(ring, connection.id);
  em.create(DataKey, { ...key });
  connection.dataKeyId = key.id;
  const bytes = openSecret(ring, { ...key, aboutId: connection.id }, secret);
  connection.credentials = sealText(bytes, connection.id, JSON.stringify(credentials));
  bytes.fill(0);
  connection.credentialsNumber += 1;
  connection.tokenExpiresAt = credentials.kind === 'TOKENS' ? new Date(credentials.expiresAt) : null;
  connection.scopes = credentials.kind === 'TOKENS' ? credentials.scopes : '';
}

/** What opens the account at its provider; null once it was destroyed. */
export async function openCredentials(
  { em }: Tx<'em'>,
  { id, dataKeyId, credentials }: CalendarConnection,
  ring: KeyRing,
): Promise<CalendarCredentials | null> {
  if (dataKeyId === null || credentials === null) return null;
  const { wrapped } = await em.findOneOrFail(DataKey, { id: dataKeyId });
  const bytes = openSecret(ring, { id: dataKeyId, aboutId: id, wrapped }, secret);
  try {
    return JSON.parse(openText(bytes, id, credentials)) as CalendarCredentials;
  } finally {
    bytes.fill(0);
  }
}

/** Nobody opens the account with what we had, from backups of the database neither. */
export async function destroyCredentials({ em }: Tx<'em'>, connection: CalendarConnection): Promise<void> {
  if (connection.dataKeyId !== null) await em.nativeDelete(DataKey, { id: connection.dataKeyId });
  connection.dataKeyId = null;
  connection.credentials = null;
  connection.tokenExpiresAt = null;
}
