import { DomainError, type ErrorCode } from '../../kernel/errors.ts';

interface DriverError {
  /** SQLite's extended result code: its low byte is the kind. Source: https://www.sqlite.org/rescode.html */
  readonly errcode?: number;
  /** The server's number. Source: https://mariadb.com/kb/en/mariadb-error-codes/ */
  readonly errno?: number;
  /** The connection's own, by name. */
  readonly code?: string;
  /** The connection is of no use any more. */
  readonly fatal?: boolean;
  /** What an ORM or a query builder has wrapped. */
  readonly cause?: unknown;
}

/** Failures the caller cannot correct, but may retry. */
type Failure = Extract<ErrorCode, 'STORAGE_FULL' | 'UNAVAILABLE'>;

/** FULL (13) · BUSY beyond our patience (5), READONLY (8), IOERR (10), CANTOPEN (14). */
const embedded: Readonly<Record<number, Failure>> = {
  13: 'STORAGE_FULL',
  5: 'UNAVAILABLE',
  8: 'UNAVAILABLE',
  10: 'UNAVAILABLE',
  14: 'UNAVAILABLE',
};

/**
 * A full disk or table · a file that cannot be written or synced · too many connections, a server that is stopping, has
 * closed the connection, or is read-only for now.
 */
const served: Readonly<Record<number, Failure>> = {
  1021: 'STORAGE_FULL',
  1114: 'STORAGE_FULL',
  1026: 'UNAVAILABLE',
  1030: 'UNAVAILABLE',
  1040: 'UNAVAILABLE',
  1053: 'UNAVAILABLE',
  1203: 'UNAVAILABLE',
  1290: 'UNAVAILABLE',
  1927: 'UNAVAILABLE',
  1080: 'UNAVAILABLE',
  1129: 'UNAVAILABLE',
  1152: 'UNAVAILABLE',
  1158: 'UNAVAILABLE',
  1159: 'UNAVAILABLE',
  1160: 'UNAVAILABLE',
  1161: 'UNAVAILABLE',
  1184: 'UNAVAILABLE',
  1317: 'UNAVAILABLE',
  1836: 'UNAVAILABLE',
};

const lost: ReadonlySet<string> = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
]);

/** The error code for a database failure; undefined when the statement was wrong, and not the database. */
export function failureOf(error: unknown): Failure | undefined {
  for (
    let each = error, depth = 0;
    each instanceof Object && depth < deepestCause;
    each = (each as DriverError).cause, depth += 1
  ) {
    const failure = ownFailureOf(each);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Deeper than any real chain of causes; protects against a circular one. */
const deepestCause = 8;

function ownFailureOf({ errcode, errno, code, fatal }: DriverError): Failure | undefined {
  if (errcode !== undefined) return embedded[errcode % 256];
  // A connection that was closed before the statement fails without a name.
  if (fatal === true && (code === undefined || lost.has(code))) return 'UNAVAILABLE';
  return served[errno ?? 0];
}

/** The same as a refusal; undefined when it is no database that failed. */
export function databaseRefusal(error: unknown): DomainError | undefined {
  const code = failureOf(error);
  return code && new DomainError(code, {}, { cause: error });
}
