import { OperatorError } from '../startup/operator-error.ts';
import type { DatabaseSettings } from './orm.ts';

interface DriverError extends Error {
  /** SQLite's extended result code: its low byte is the kind. Source: https://www.sqlite.org/rescode.html */
  readonly errcode?: number;
  readonly code?: string;
  readonly address?: string;
  readonly port?: number;
}

const embedded: Readonly<Record<number, (file: string) => string>> = {
  5: (file) =>
    `The database ${file} is locked: another program is writing in it and does not stop. Close it and start again.`,
  6: (file) =>
    `The database ${file} is locked: another program is writing in it and does not stop. Close it and start again.`,
  8: (file) =>
    `The database ${file} cannot be written: the file, its folder or the disk is read-only for this account.`,
  10: (file) => `The disk of the database ${file} answers with an error.`,
  11: (file) => `The database ${file} is damaged: restore it from a backup.`,
  13: (file) => `The database ${file} cannot grow: the disk is full.`,
  14: (file) => `The database ${file} cannot be opened: it is a folder, or this account may not write there.`,
  26: (file) => `${file} is not a database of Atelier: move it away, or set DATA_DIR to another folder.`,
};

/** Where a database is, without the password of its address. */
interface Place {
  readonly host: string;
  readonly user: string;
  readonly name: string;
}

const unreachable = (place: Place, code: string): string =>
  `The database cannot be reached at ${place.host} (${code}). Is it running, and is DATABASE_URL right?`;

const served: Readonly<Record<string, (place: Place) => string>> = {
  ER_ACCESS_DENIED_ERROR: ({ host, user }) =>
    `The database at ${host} refuses the user ${user}: the name or the password in DATABASE_URL is wrong.`,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: ({ host, user }) =>
    `The database at ${host} refuses the user ${user}: the name or the password in DATABASE_URL is wrong.`,
  ER_DBACCESS_DENIED_ERROR: ({ user, name }) =>
    `The user ${user} may not use the database ${name}, or there is no such database: create it and grant all rights on it.`,
  ER_BAD_DB_ERROR: ({ host, name }) =>
    `There is no database ${name} at ${host}: create it, or set the right name in DATABASE_URL.`,
  ER_CON_COUNT_ERROR: ({ host }) =>
    `The database at ${host} has no connection left: allow more (max_connections), or lower DATABASE_POOL.`,
  ER_HOST_NOT_PRIVILEGED: ({ host }) =>
    `The database at ${host} does not accept this machine: grant the user access from it.`,
};

const unreachableCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'PROTOCOL_CONNECTION_LOST',
  'HANDSHAKE_SSL_ERROR',
]);

function placeOf(url: string): Place {
  const { host, username, pathname } = new URL(url);
  return { host, user: decodeURIComponent(username) || '(none)', name: decodeURIComponent(pathname.slice(1)) };
}

/** The error of a database that cannot be used, as a message for the operator; any other error unchanged. */
export function databaseError(error: unknown, { url, file }: DatabaseSettings): unknown {
  const found = error as DriverError;
  const words = url === undefined ? embedded[(found.errcode ?? 0) % 256]?.(file) : servedWords(found, placeOf(url));
  return words === undefined ? error : new OperatorError(words, { cause: error });
}

function servedWords({ code = '', address, port }: DriverError, place: Place): string | undefined {
  // A replica is at another address than the one of DATABASE_URL.
  const host =
    address === undefined || port === undefined || place.host.endsWith(`:${port}`) ? place.host : `${address}:${port}`;
  return unreachableCodes.has(code) ? unreachable({ ...place, host }, code) : served[code]?.(place);
}
